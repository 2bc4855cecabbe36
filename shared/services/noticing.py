"""Use cases of notices: words of the profile put up on the board, and taken down."""

from shared.domain import posting
from shared.domain.refused import NoticeUnknown
from shared.protocol.command import PutUpNotice
from shared.protocol.event import to_datetime
from shared.protocol.lobby import NoticesResult, NoticeView
from shared.services.actor import Actor
from shared.services.decision import Decision
from shared.services.lobby import Lobby

MINUTE_US = 60_000_000


def put_up(lobby: Lobby, now_us: int, request: PutUpNotice, actor: Actor) -> Decision:
    """Show it for so long, or no longer.

    Raises:
        NoticeUnknown: the profile has no notice of this name.
    """
    known = [each.id for each in lobby.profile.notices if each.id is not None]
    if request.notice not in known:
        raise NoticeUnknown(request.notice, ", ".join(known))
    if request.is_on:
        events = posting.put_up(
            lobby.branch,
            now_us,
            notice=request.notice,
            lasts_us=request.minutes * MINUTE_US,
            by=actor.staff,
        )
    else:
        events = posting.take_down(lobby.branch, now_us, notice=request.notice, by=actor.staff)
    return Decision(events, lambda after: NoticesResult(notices=notice_views(after, now_us)))


def notice_views(lobby: Lobby, now_us: int) -> tuple[NoticeView, ...]:
    """What has been put up and is shown now."""
    return tuple(
        NoticeView(notice=name, until=to_datetime(until_us))
        for name, until_us in posting.shown(lobby.branch, now_us).items()
    )
