"""Python's cycle collector while the server starts.

A start imports some nine hundred modules, and the collector looks through what they made three
hundred times to find nothing: about a tenth of the start. So it rests until the server is
ready. What exists then lives as long as the process and is not looked through again.
"""

import gc
from collections.abc import Callable


def rest() -> Callable[[], None]:
    """Let the collector rest; gives what wakes it again. It stays as it is where it was off."""
    if not gc.isenabled():
        return lambda: None
    gc.disable()
    return _wake


def _wake() -> None:
    """Go back to work, on what is made from now on."""
    gc.freeze()
    gc.enable()
