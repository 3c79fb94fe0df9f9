"""From the bytes of a file to a dated article: `read`, `clean`, `date`, in that order."""
