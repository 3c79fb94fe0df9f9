"""The parts of dating a report: candidates, clues from the text and the folder, the conclusion."""
