"""What the keys of a visit that goes on would do now, and why they cannot (see ``keys``)."""

from counter.teller.keys import Face, here_face, refusal_unless
from counter.teller.scene import Phase, Scene
from counter.teller.words import service_name
from shared.i18n import translate


def here_or_need_face(scene: Scene, language: str) -> Face:
    """F4: the customer is here; once served, the next of several needs."""
    needs = scene.ticket.needs if scene.ticket is not None else ()
    if scene.phase is not Phase.SERVING or len(needs) < 2:
        return here_face(scene, language)
    verb = translate("Teller", "Next need", language=language)
    refusal = refusal_unless(scene, Phase.SERVING, language=language)
    if refusal:
        return Face(verb, refusal, is_enabled=False)
    name = service_name(scene.profile, needs[1], language)
    return Face(verb, name)


def hold_face(scene: Scene, language: str) -> Face:
    """F6: opens the list of reasons."""
    verb = translate("Teller", "Hold...", language=language)
    hint = translate("Teller", "keeps the place", language=language)
    return _about_customer(scene, verb, hint, language)


def transfer_face(scene: Scene, language: str) -> Face:
    """F7: opens the list of counters and services."""
    verb = translate("Teller", "Transfer...", language=language)
    hint = translate("Teller", "counter or service", language=language)
    return _about_customer(scene, verb, hint, language)


def later_face(scene: Scene, language: str) -> Face:
    """F8: opens the list of minutes."""
    verb = translate("Teller", "Later...", language=language)
    hint = translate("Teller", "in some minutes", language=language)
    return _about_customer(scene, verb, hint, language)


def back_face(scene: Scene, language: str) -> Face:
    """F9: opens the list of who was put aside or missed the call, whoever is here."""
    verb = translate("Teller", "Back...", language=language)
    if not scene.is_online:
        return Face(verb, translate("Teller", "no connection", language=language), False)
    if not scene.missed and not scene.held:
        return Face(verb, translate("Teller", "nobody is away", language=language), False)
    hint = translate(
        "Teller", "%1 on hold, %2 missed", len(scene.held), len(scene.missed), language=language
    )
    return Face(verb, hint, scene.pending is None)


def _about_customer(scene: Scene, verb: str, hint: str, language: str) -> Face:
    refusal = refusal_unless(scene, Phase.CALLED, Phase.SERVING, language=language)
    return Face(verb, refusal or hint, is_enabled=not refusal)
