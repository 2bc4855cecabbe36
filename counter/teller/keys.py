"""What each key would do now, and why it cannot: pure functions of the scene.

Keys: F2 next (or open, resume), F3 recall, F4 customer is here, F5 close with another outcome,
Del no-show, F12 pause or resume; those of a visit that goes on stand in ``visit_keys``.
"""

from dataclasses import dataclass

from counter.teller.scene import Command, Phase, Scene
from counter.teller.words import (
    counter_name,
    outcome_name,
    pause_name,
    service_name,
)
from shared.i18n import translate


@dataclass(frozen=True, slots=True)
class Face:
    """What stands on a key: the verb, the hint beneath, whether it can be pressed."""

    verb: str
    hint: str = ""
    is_enabled: bool = True
    is_pending: bool = False


def next_face(scene: Scene, waited_min: int | None, language: str) -> Face:
    """The big key, F2. ``waited_min``: how long the likely next has waited, for its hint."""
    if scene.pending in _PENDING_VERBS:
        return Face(pending_verb(scene.pending, language), _received(language), False, True)
    if not scene.is_online and scene.has_customer and scene.can_finish:
        return _close_only(scene, language)
    verb = _next_verb(scene, language)
    if not scene.is_online:
        return Face(verb, no_connection(language), is_enabled=False)
    return Face(verb, _next_hint(scene, waited_min, language), scene.pending is None)


def _close_only(scene: Scene, language: str) -> Face:
    """F2 while no server decides: the present customer can be finished, and nobody is called."""
    verb = translate("Teller", "Close", language=language)
    outcome = ""
    if scene.profile is not None:
        outcome = outcome_name(scene.profile, scene.profile.outcomes[0].id, language)
    hint = translate(
        "Teller", "Outcome: %1 · calling goes on when a server is back", outcome, language=language
    )
    return Face(verb, hint)


def recall_face(scene: Scene, language: str) -> Face:
    """F3."""
    verb = translate("Teller", "Recall", language=language)
    if scene.phase is Phase.SERVING:
        hint = translate("Teller", "customer is here", language=language)
        return Face(verb, hint, is_enabled=False)
    refusal = refusal_unless(scene, Phase.CALLED, language=language)
    if refusal or scene.ticket is None:
        return Face(verb, refusal, is_enabled=False)
    if scene.ticket.recalls == 0:
        return Face(verb, translate("Teller", "announce it again", language=language))
    hint = translate("Teller", "recalled %n times", n=scene.ticket.recalls, language=language)
    return Face(verb, hint)


def here_face(scene: Scene, language: str) -> Face:
    """F4: optional, since the next key implies it."""
    verb = translate("Teller", "Is here", language=language)
    if scene.phase is Phase.SERVING:
        hint = translate("Teller", "already started", language=language)
        return Face(verb, hint, is_enabled=False)
    refusal = refusal_unless(scene, Phase.CALLED, language=language, alone=scene.can_finish)
    if refusal:
        return Face(verb, refusal, is_enabled=False)
    return Face(verb, translate("Teller", "starts the clock", language=language))


def close_face(scene: Scene, language: str) -> Face:
    """F5: opens the list of outcomes."""
    verb = translate("Teller", "Close as...", language=language)
    refusal = refusal_unless(
        scene, Phase.CALLED, Phase.SERVING, language=language, alone=scene.can_finish
    )
    if refusal:
        return Face(verb, refusal, is_enabled=False)
    count = len(scene.profile.outcomes) if scene.profile else 1
    return Face(verb, translate("Teller", "choose outcome 1–%1", count, language=language))


def no_show_face(scene: Scene, language: str) -> Face:
    """Del: after the minimum of recalls, while nobody is there."""
    verb = translate("Teller", "No-show", language=language)
    if scene.phase is Phase.SERVING:
        hint = translate("Teller", "customer is here", language=language)
        return Face(verb, hint, is_enabled=False)
    refusal = refusal_unless(scene, Phase.CALLED, language=language, alone=scene.can_finish)
    if refusal:
        return Face(verb, refusal, is_enabled=False)
    if scene.recalls_needed == 1:
        hint = translate("Teller", "recall once first", language=language)
        return Face(verb, hint, is_enabled=False)
    if scene.recalls_needed:
        hint = translate(
            "Teller", "recall %n times first", n=scene.recalls_needed, language=language
        )
        return Face(verb, hint, is_enabled=False)
    return Face(verb, translate("Teller", "frees the counter", language=language))


def pause_face(scene: Scene, language: str) -> Face:
    """F12: pause, or work again."""
    if scene.phase is Phase.PAUSED:
        verb = translate("Teller", "Resume", language=language)
    else:
        verb = translate("Teller", "Pause", language=language)
    if not scene.is_online:
        return Face(verb, no_connection(language), is_enabled=False)
    if scene.pending is not None or scene.phase is Phase.CLOSED:
        return Face(verb, "", is_enabled=False)
    if scene.has_customer:
        after = translate("Teller", "after this customer", language=language)
        return Face(translate("Teller", "Then pause", language=language), after)
    return Face(verb)


def no_connection(language: str) -> str:
    """Why nothing can be asked of the server now."""
    return translate("Teller", "no connection: comes back by itself", language=language)


_PENDING_VERBS = (
    Command.NEXT,
    Command.OPEN,
    Command.RESUME,
    Command.CLOSE,
    Command.NO_SHOW,
    Command.PAUSE,
    Command.HOLD,
    Command.TRANSFER,
    Command.DEFER,
    Command.NEED,
    Command.PLAN,
    Command.SERVICES,
    Command.JOIN,
)


def pending_verb(command: Command | None, language: str) -> str:
    """What is being done while the server has not answered."""
    if command is Command.NEXT:
        return translate("Teller", "Calling", language=language)
    if command in (Command.OPEN, Command.RESUME):
        return translate("Teller", "Opening", language=language)
    if command is Command.CLOSE:
        return translate("Teller", "Closing", language=language)
    if command is Command.PAUSE:
        return translate("Teller", "Pausing", language=language)
    return translate("Teller", "Noting", language=language)


def _received(language: str) -> str:
    return translate("Teller", "key received, waiting for the server", language=language)


def _next_verb(scene: Scene, language: str) -> str:
    if scene.phase is Phase.CLOSED:
        name = counter_name(scene.profile, scene.counter, language)
        return translate("Teller", "Open %1", name, language=language)
    if scene.phase is Phase.PAUSED:
        return translate("Teller", "Resume work", language=language)
    if scene.has_customer and _planned(scene, language):
        return translate("Teller", "Close, then pause", language=language)
    if scene.has_customer:
        return translate("Teller", "Close and call next", language=language)
    return translate("Teller", "Call next", language=language)


def _next_hint(scene: Scene, waited_min: int | None, language: str) -> str:
    if scene.phase is Phase.CLOSED:
        return translate("Teller", "calling begins with the next press", language=language)
    if scene.phase is Phase.PAUSED:
        return translate("Teller", "then F2 calls the next customer", language=language)
    coming = _planned(scene, language) or _coming(scene, waited_min, language)
    if not scene.has_customer or scene.profile is None:
        return coming
    outcome = outcome_name(scene.profile, scene.profile.outcomes[0].id, language)
    return translate("Teller", "Outcome: %1 · then %2", outcome, coming, language=language)


def _planned(scene: Scene, language: str) -> str:
    """What follows this customer where no call does; empty: a call."""
    if scene.plan is None or scene.plan.at is not None:
        return ""
    if scene.plan.reason is None:
        return translate("Teller", "this counter closes", language=language)
    reason = pause_name(scene.profile, scene.plan.reason, language)
    return translate("Teller", "pause: %1", reason, language=language)


def _coming(scene: Scene, waited_min: int | None, language: str) -> str:
    """Who would come: chosen by the server when the key is pressed."""
    ticket = scene.likely_next
    if ticket is None:
        return _nobody(scene, language)
    return translate(
        "Teller",
        "likely %1, %2, waiting %3 min",
        ticket.number,
        service_name(scene.profile, ticket.service, language),
        waited_min or 0,
        language=language,
    )


def _nobody(scene: Scene, language: str) -> str:
    """Nobody waits for this counter: what then happens by the profile's rule."""
    if scene.profile is None or not scene.profile.calling.has_standby:
        return translate("Teller", "nobody waits for this counter", language=language)
    if scene.phase is Phase.STANDBY:
        return translate(
            "Teller", "standing by: the next to come is called here", language=language
        )
    return translate("Teller", "nobody waits: the next to come is called here", language=language)


def refusal_unless(scene: Scene, *phases: Phase, language: str, alone: bool = False) -> str:
    """Why a key about the present customer is off; empty when it is on.

    ``alone``: it works without a server, too.
    """
    if not scene.is_online and not alone:
        return translate("Teller", "no connection", language=language)
    if scene.phase not in phases:
        if Phase.SERVING in phases:
            return translate("Teller", "nobody served", language=language)
        return translate("Teller", "nobody called", language=language)
    if scene.pending is not None:
        return translate("Teller", "one moment", language=language)
    return ""
