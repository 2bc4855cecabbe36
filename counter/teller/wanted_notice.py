"""The lead asks for a counter where nobody calls: read at that counter, and before signing in."""

from counter.teller import words
from counter.teller.standing_notice import StandingNotice
from shared.config.profile import Profile
from shared.i18n import translate
from shared.protocol.lobby import LobbyView
from shared.ui.look import Look


class WantedNotice(StandingNotice):
    """There until the pause ends, or the lead needs nobody any more."""

    def __init__(self, look: Look) -> None:
        super().__init__(look, "wanted", "group")

    def show_wish(self, lobby: LobbyView | None, counter: str, language: str) -> None:
        """Say that somebody is wanted at this counter, or be gone."""
        found = lobby.counters if lobby is not None else ()
        asked = next((each for each in found if each.id == counter and each.wanted_since), None)
        if asked is None:
            self.say("")
            return
        by = asked.wanted_by or translate("Teller", "The lobby lead", language=language)
        self.say(
            translate("Teller", "%1 asks for this counter. F12 opens it.", by, language=language)
        )


def wanted_counters(lobby: LobbyView | None, profile: Profile | None, language: str) -> str:
    """What the sign-in page says of counters that are asked for; empty where none is."""
    found = lobby.counters if lobby is not None else ()
    names = [words.counter_name(profile, c.id, language) for c in found if c.wanted_since]
    if not names:
        return ""
    joint = "、" if language.startswith("zh") else ", "
    return translate(
        "Teller", "Asked for by the lobby lead: %1", joint.join(names), language=language
    )
