"""In the place of the library's `socket`: a browser lets no script open one.

Asyncio names the constants as defaults of its methods.
"""

from _socket import *  # noqa: F403
