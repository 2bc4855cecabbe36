"""What the sheets about the counter ask: why to pause and until when, which services it serves."""

from datetime import datetime

from counter.teller import words
from counter.teller.pauses import NO_PLAN, TO_CLOSE
from counter.teller.scene import Scene
from counter.teller.sheet import Choice, SheetText
from counter.teller.stepper import Minutes
from counter.teller.visit_sheets import SHOWN_MAX
from shared.i18n import translate
from shared.protocol.lobby import TicketView


def pause_sheet(scene: Scene, now: datetime, language: str) -> SheetText:
    """F12: a digit chooses the reason, arrows the return, Enter pauses; or after this customer."""
    reasons = scene.profile.pause_reasons if scene.profile else ()
    choices = [Choice(each.id, each.name.of(language), "") for each in reasons]
    if scene.has_customer:
        end = translate("Teller", "End of work: close the counter", language=language)
        choices.append(Choice(TO_CLOSE, end, ""))
    if scene.plan is not None:
        choices.insert(
            0, Choice(NO_PLAN, translate("Teller", "No pause after all", language=language), "")
        )
    name = words.counter_name(scene.profile, scene.counter, language)
    title = translate("Teller", "Pause %1", name, language=language)
    confirm = translate("Teller", "Pause", language=language)
    if scene.has_customer and scene.ticket is not None:
        number = scene.ticket.number
        title = translate("Teller", "Last customer %1, then a pause", number, language=language)
        confirm = translate("Teller", "Then pause", language=language)
    told = tuple(
        Choice(each.id, each.words, _result(scene, each, name, language)) for each in choices
    )
    return SheetText(
        title=title,
        question=translate("Teller", "Why? Choose with a digit.", language=language),
        confirm=confirm,
        symbol="pause",
        choices=told[:SHOWN_MAX],
        minutes=Minutes(
            translate("Teller", "Back about", language=language),
            translate("Teller", "not said", language=language),
            now,
        ),
    )


def _result(scene: Scene, choice: Choice, name: str, language: str) -> str:
    if choice.id == NO_PLAN:
        return translate(
            "Teller", "%1 goes on calling after this customer.", name, language=language
        )
    if choice.id == TO_CLOSE:
        return translate(
            "Teller",
            "%1 closes when this visit ends. Those who wait are called by the others.",
            name,
            language=language,
        )
    if scene.has_customer:
        return translate(
            "Teller",
            "%1 pauses (%2) when this visit ends, and calls nobody else before.",
            name,
            choice.words,
            language=language,
        )
    return translate(
        "Teller",
        "%1 pauses (%2). Nobody is called here until you resume; those who wait keep their place.",
        name,
        choice.words,
        language=language,
    )


def services_sheet(scene: Scene, language: str) -> SheetText:
    """Ctrl+S: a digit chooses a service, Enter switches it off or on at this counter."""
    both = [*scene.services, *scene.switched_off]
    order = [each.id for each in scene.profile.services] if scene.profile else both
    choices = tuple(
        _service(scene, each, language)
        for each in sorted(both, key=lambda one: order.index(one) if one in order else len(order))
    )
    name = words.counter_name(scene.profile, scene.counter, language)
    return SheetText(
        title=translate("Teller", "Services of %1", name, language=language),
        question=translate(
            "Teller", "Which one off or on? Choose with a digit.", language=language
        ),
        confirm=translate("Teller", "Switch", language=language),
        symbol="sync_alt",
        choices=choices[:SHOWN_MAX],
        columns=1,
    )


def _service(scene: Scene, service: str, language: str) -> Choice:
    name = words.service_name(scene.profile, service, language)
    if service in scene.services:
        said = translate("Teller", "%1 · served here", name, language=language)
        result = translate(
            "Teller",
            "%1 is called here no longer, until you switch it on.",
            name,
            language=language,
        )
    else:
        said = translate("Teller", "%1 · switched off", name, language=language)
        result = translate("Teller", "%1 is called here again.", name, language=language)
    return Choice(service, said, result)


def join_sheet(scene: Scene, companion: TicketView, language: str) -> SheetText:
    """Enter in the list while a customer is here: does that ticket come along?"""
    number = scene.ticket.number if scene.ticket is not None else ""
    return SheetText(
        title=translate("Teller", "%1 comes along", companion.number, language=language),
        question=translate("Teller", "Serve both together?", language=language),
        confirm=translate("Teller", "Together", language=language),
        symbol="group",
        choices=(
            Choice(
                companion.id,
                translate("Teller", "%1 with %2", companion.number, number, language=language),
                translate(
                    "Teller",
                    "What %1 wants is added to %2 and called no more by itself.",
                    companion.number,
                    number,
                    language=language,
                ),
            ),
        ),
        columns=1,
    )
