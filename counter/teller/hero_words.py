"""What the hero says in each phase: one small function per phase, no widgets."""

from dataclasses import dataclass
from datetime import datetime

from counter.teller import words
from counter.teller.scene import Phase, Scene
from shared.i18n import translate
from shared.protocol.lobby import TicketView
from shared.ui.look import SEGMENT_MARKS

ChipWords = tuple[str, str, str]
"""Words, icon, colour token."""
Facts = tuple[str, ...]
"""Up to four lines."""

NO_CHIP: ChipWords = ("", "", "")
NO_FACTS: Facts = ()


@dataclass(frozen=True, slots=True)
class HeroWords:
    """All texts of the hero; an empty ``timer_title`` means that there is no timer."""

    title: str
    number: str
    chip: ChipWords = NO_CHIP
    detail: str = ""
    timer_title: str = ""
    timer: str = ""
    likely_title: str = ""
    facts: Facts = NO_FACTS
    reason_title: str = ""
    reason: str = ""


def hero_words(scene: Scene, now: datetime, language: str) -> HeroWords:
    """The texts for this moment."""
    if scene.has_customer and scene.ticket is not None:
        return _customer(scene, scene.ticket, now, language)
    if scene.phase is Phase.PAUSED:
        return _paused(scene, now, language)
    if scene.phase is Phase.CLOSED:
        return _closed(scene, language)
    return _free(scene, now, language)


def _customer(scene: Scene, ticket: TicketView, now: datetime, language: str) -> HeroWords:
    """Somebody is called or served."""
    if scene.phase is Phase.CALLED:
        timer_title = translate("Teller", "Called", language=language)
    else:
        timer_title = translate("Teller", "In service", language=language)
    if ticket.recalls and scene.phase is Phase.CALLED:
        timer_title = translate(
            "Teller", "Called, recalled %n times", n=ticket.recalls, language=language
        )
    why = scene.reason
    return HeroWords(
        title=words.service_name(scene.profile, ticket.service, language),
        number=ticket.number,
        chip=segment_chip(scene, ticket.segment, language),
        timer_title=timer_title,
        timer=words.timer(scene.since, now),
        facts=_facts(ticket, now, language),
        reason_title=translate("Teller", "Why %1", ticket.number, language=language),
        reason=words.why(why, ticket, scene.profile, language) if why is not None else "",
    )


def segment_chip(scene: Scene, segment: str, language: str) -> ChipWords:
    """The segment with its icon and colour; plain for ordinary customers."""
    name = words.segment_name(scene.profile, segment, language)
    symbol, token = SEGMENT_MARKS.get(words.segment_kind(scene.profile, segment), ("", ""))
    return name, symbol, token


def _speaks(ticket: TicketView, language: str) -> str:
    """The language that the customer chose at the kiosk, where it is not the branch's first."""
    if ticket.language.startswith("zh"):
        return ""
    return translate("Teller", "speaks English", language=language)


def _hears(ticket: TicketView, language: str) -> str:
    """How to call somebody who does not hear well."""
    if not ticket.needs_visual_call:
        return ""
    return translate("Teller", "does not hear well: wave, or walk over", language=language)


def _facts(ticket: TicketView, now: datetime, language: str) -> Facts:
    """How to call and speak, arrival and wait, overtakes."""
    called = ticket.called_at or now
    arrived = translate(
        "Teller",
        "arrived %1, waited %2 min",
        words.clock(ticket.arrived_at, now),
        words.whole_minutes(ticket.arrived_at, called),
        language=language,
    )
    passed = ""
    if ticket.overtaken:
        passed = translate("Teller", "passed over %n times", n=ticket.overtaken, language=language)
    facts = (_hears(ticket, language), _speaks(ticket, language), passed, arrived)
    return tuple(fact for fact in facts if fact)[:4]


def _free(scene: Scene, now: datetime, language: str) -> HeroWords:
    """Nobody here: how many wait for me, who probably comes next."""
    mine = scene.mine
    oldest = min((ticket.arrived_at for ticket in mine), default=None)
    longest = ""
    if oldest is not None:
        minutes = words.whole_minutes(oldest, now)
        longest = translate("Teller", "longest wait %n min", n=minutes, language=language)
    free = translate(
        "Teller", "this counter is free for %1", words.timer(scene.since, now), language=language
    )
    if scene.phase is Phase.STANDBY:
        free = translate(
            "Teller", "standing by for %1", words.timer(scene.since, now), language=language
        )
    if not scene.is_online:
        return _as_of(scene, now, language)
    rule = scene.profile.policy.rule if scene.profile else None
    title = translate("Teller", "People wait for you", language=language)
    detail = translate("Teller", "of %1 in the lobby", len(scene.queue), language=language)
    return HeroWords(
        title=title,
        number=str(len(mine)),
        detail=detail,
        likely_title=translate("Teller", "Likely next", language=language),
        facts=(longest, free) if longest else (free,),
        reason_title=translate("Teller", "Order", language=language) if rule else "",
        reason=rule.of(language) if rule else "",
    )


def _as_of(scene: Scene, now: datetime, language: str) -> HeroWords:
    """Nobody here, and nobody decides: what was known last, and that nobody is called."""
    at = words.clock(scene.heard_at, now) if scene.heard_at is not None else "–"
    waited = translate("Teller", "of %1 in the lobby", len(scene.queue), language=language)
    return HeroWords(
        title=translate("Teller", "Waited for you at %1", at, language=language),
        number=str(len(scene.mine)),
        detail=waited,
        reason_title=translate("Teller", "Meanwhile", language=language),
        reason=translate("Teller", "nobody is called until a server is back", language=language),
    )


def _paused(scene: Scene, now: datetime, language: str) -> HeroWords:
    """The reason stands where the number was."""
    until = ""
    if scene.pause_until is not None:
        back = words.clock(scene.pause_until, now)
        until = translate("Teller", "back about %1", back, language=language)
    waiting = translate(
        "Teller", "%n people wait for this counter", n=len(scene.mine), language=language
    )
    return HeroWords(
        title=translate("Teller", "Paused", language=language),
        number=words.pause_name(scene.profile, scene.pause_reason, language),
        detail=until,
        timer_title=translate("Teller", "Paused for", language=language),
        timer=words.timer(scene.since, now),
        facts=(waiting,),
        reason_title=translate("Teller", "Meanwhile", language=language),
        reason=translate("Teller", "nobody is called here until you resume", language=language),
    )


def _closed(scene: Scene, language: str) -> HeroWords:
    """Nobody works here: one key opens it."""
    waiting = translate(
        "Teller", "%n people wait for this counter", n=len(scene.mine), language=language
    )
    return HeroWords(
        title=words.counter_name(scene.profile, scene.counter, language),
        number=translate("Teller", "Closed", language=language),
        facts=(waiting,),
        reason_title=translate("Teller", "Meanwhile", language=language),
        reason=translate("Teller", "nobody is called here until you open it", language=language),
    )
