"""Every figure of a line in one place, so that tests can shorten them."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class LineTiming:
    """Seconds.

    After a failure the next try comes after ``again_s``, then twice as much each time up to
    ``again_most_s``, each shortened by up to half by chance: a thousand branches whose head office
    comes back must not come all at once. A log that has forked waits for people:
    ``forked_again_s``. ``probe_s``: so often an idle line is tried. ``linger_s``: lines of so long
    travel together. ``connect_s`` and ``answer_s`` are the patience with the network.
    """

    again_s: float = 0.5
    again_most_s: float = 30.0
    forked_again_s: float = 60.0
    probe_s: float = 15.0
    linger_s: float = 0.2
    connect_s: float = 3.0
    answer_s: float = 30.0
    errands_s: int = 25


ORDINARY = LineTiming()
