"""What keeps the window answering while a thread beside it works hard; without Qt."""

import gc
import sys
from typing import Final

#: Python's own is 5 ms: a window that draws waits so long for the lock again and again.
SWITCH_S: Final = 0.0005


def answer_first() -> None:
    """Let threads change often, and take what has been imported out of the collector's sight.

    A quarter of a million objects of libraries live as long as the process; to look through them
    takes 0.1 to 0.4 s in the window's thread, and the collector would come by in every search.
    Call it when the libraries are there and before the window is, which is to be collected.
    """
    sys.setswitchinterval(SWITCH_S)
    gc.collect()
    gc.freeze()
