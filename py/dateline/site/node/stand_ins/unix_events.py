"""In the place of `asyncio.unix_events`: a browser has no sockets, pipes and processes to wait for.

Pyodide brings an event loop of its own and needs of this module the policy alone.
"""

from asyncio import events

__all__ = ()


class _DefaultEventLoopPolicy(events._BaseDefaultEventLoopPolicy):  # type: ignore[name-defined, misc]
    """The policy that Pyodide's own is made from."""
