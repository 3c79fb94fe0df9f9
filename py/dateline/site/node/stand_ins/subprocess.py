"""In the place of the library's `subprocess`: a browser has no processes.

Asyncio names the constants as defaults of its methods.
"""

PIPE = -1
STDOUT = -2
DEVNULL = -3
