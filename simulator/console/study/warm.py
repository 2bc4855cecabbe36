"""The simulator ready before the window is: its compiled code is loaded, not made."""

from shared.rollout.compiled import cache_folder
from simulator.console.study.case import open_scenario
from simulator.console.study.draft import begin
from simulator.console.study.lives import live

SMALL = "neighbourhood"


def is_compiled() -> bool:
    """Whether this machine has compiled the simulator before."""
    return any(cache_folder().glob("**/*.nbi"))


def warm_up() -> None:
    """Live one small day. Loading holds Python's lock for some tenths of a second."""
    draft = begin(open_scenario(SMALL))
    live((draft, draft), 1, 1)
