"""What the strip says in each phase: the hero in few words, and which two keys stand beside."""

from dataclasses import dataclass
from datetime import datetime

from counter.teller import keys, visit_keys, words
from counter.teller.hero_words import hero_words
from counter.teller.keys import Face
from counter.teller.scene import Phase, Scene
from counter.teller.top_bar import state_word
from counter.teller.waiting_model import long_wait_min
from shared.i18n import translate


@dataclass(frozen=True, slots=True)
class StripWords:
    """``number`` is the picture; ``beneath`` and ``beside`` explain it and the timer."""

    number: str
    beneath: str
    timer: str
    beside: str
    longest: str = ""
    is_long: bool = False


def strip_words(scene: Scene, now: datetime, language: str) -> StripWords:
    """The texts for this moment."""
    hero = hero_words(scene, now, language)
    longest, is_long = _longest(scene, now, language)
    if scene.has_customer and scene.ticket is not None:
        beneath = hero.title
        beside = _usual(scene, scene.ticket.service, language) or hero.timer_title
        if scene.phase is Phase.CALLED:
            beside = hero.timer_title
        return StripWords(hero.number, beneath, hero.timer, beside, longest, is_long)
    beneath = ""
    if scene.phase in (Phase.FREE, Phase.STANDBY):
        beneath = translate("Teller", "wait for you", language=language)
    state = state_word(scene.phase, language)
    if scene.phase is Phase.PAUSED:
        state = hero.detail or state
    timer = words.timer(scene.since, now)
    return StripWords(hero.number, beneath, timer, state, longest, is_long)


def _usual(scene: Scene, service: str, language: str) -> str:
    """How long the profile plans for this service."""
    found = words.service_of(scene.profile, service)
    if found is None:
        return ""
    return translate("Teller", "usual %1 min", f"{found.usual_min:g}", language=language)


def _longest(scene: Scene, now: datetime, language: str) -> tuple[str, bool]:
    """The longest wait in the hall, and whether it is too long."""
    oldest = min((entry.ticket.arrived_at for entry in scene.queue), default=None)
    if oldest is None:
        return "", False
    minutes = words.whole_minutes(oldest, now)
    said = translate("Teller", "longest %n min", n=minutes, language=language)
    return said, minutes >= long_wait_min(scene.profile)


Side = tuple[str, str, Face]
"""A key's name, its action, its face."""


def side_keys(scene: Scene, language: str) -> tuple[Side, Side]:
    """The two keys that may be of use now besides the big one."""
    recall = ("F3", "recall", keys.recall_face(scene, language))
    if scene.phase is Phase.CALLED:
        return recall, ("Del", "no_show", keys.no_show_face(scene, language))
    if scene.phase is Phase.SERVING:
        return recall, ("F6", "hold", visit_keys.hold_face(scene, language))
    return recall, ("F12", "pause", keys.pause_face(scene, language))
