"""Whether somebody who takes a ticket now is called at once."""

from shared.dispatch.layout import C_SEGMENTS, C_SERVICES
from shared.domain.branch import Branch


def is_called_at_once(branch: Branch, which: tuple[int, int]) -> bool:
    """Whether a counter that stands by is there for this class."""
    service, segment = which
    return any(
        desk.row[C_SERVICES] >> service & desk.row[C_SEGMENTS] >> segment & 1
        for desk in branch.standby_counters()
    )
