"""What runs in the reader's browser: Python in a worker, asked over JSON."""
