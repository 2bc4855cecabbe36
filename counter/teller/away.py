"""What a teller reads while no server decides: since when, what happens next, what to do."""

from dataclasses import dataclass
from datetime import datetime
from math import ceil
from typing import Final

from counter.teller import words
from shared.client.loyalty import BRANCH
from shared.client.ports import LobbyClient
from shared.i18n import translate
from shared.protocol.base import ServerKind

#: After turning to the other server so long until it may decide: its beats, and the others' word.
JOINING_S: Final = 3


@dataclass(frozen=True, slots=True)
class Away:
    """Nobody decides for this window now.

    ``since``: last byte of the server that it listens to. ``is_near``: that server answers, and may
    not decide. ``turns_in_s``: so long until the other server is tried; None: there is none.
    """

    since: datetime | None
    at: ServerKind = BRANCH
    is_near: bool = False
    turns_in_s: float | None = None


def away_of(client: LobbyClient) -> Away | None:
    """Why nothing can be asked of a server now; None while one decides."""
    if client.is_served:
        return None
    return Away(client.last_contact, client.server_kind, client.is_online, client.turns_in_s())


def sentence(away: Away, now: datetime, language: str, *, is_keeping: bool) -> str:
    """One or two sentences. ``is_keeping``: the present customer can be finished meanwhile."""
    parts = (_what(away, now, language), _next(away, language), _do(is_keeping, language))
    joint = "" if language.startswith("zh") else " "
    return joint.join(part for part in parts if part)


def _what(away: Away, now: datetime, language: str) -> str:
    at = words.clock(away.since, now) if away.since is not None else "–"
    if away.is_near and away.at == BRANCH:
        return translate("Teller", "The branch server may not decide yet.", language=language)
    if away.is_near:
        return translate("Teller", "The stand-in answers and is about to lead.", language=language)
    if away.at == BRANCH:
        return translate("Teller", "No branch server since %1.", at, language=language)
    return translate("Teller", "No server answers since %1.", at, language=language)


def _next(away: Away, language: str) -> str:
    if away.is_near:
        return ""
    if away.turns_in_s is None:
        return translate("Teller", "Calling goes on when it is back.", language=language)
    seconds = ceil(away.turns_in_s) + JOINING_S
    if away.at == BRANCH:
        return translate(
            "Teller", "The stand-in takes over in about %1 s.", seconds, language=language
        )
    return translate(
        "Teller", "The branch server is tried again in about %1 s.", seconds, language=language
    )


def _do(is_keeping: bool, language: str) -> str:
    if not is_keeping:
        return ""
    return translate(
        "Teller", "Finish with your customer: it is kept and told later.", language=language
    )
