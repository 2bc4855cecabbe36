"""What the customer's card says: three short columns, each line with its mark."""

from dataclasses import dataclass
from datetime import datetime

from counter.teller import words
from counter.teller.scene import Scene
from shared.i18n import translate
from shared.protocol.card import CustomerCard
from shared.protocol.lobby import TicketView

LINES = 4
"""A column has room for so many; what is least needed gives way."""


@dataclass(frozen=True, slots=True)
class CardLine:
    """One line; ``symbol`` and ``token`` are its icon and colour, plain where they are empty."""

    words: str
    symbol: str = ""
    token: str = ""
    is_bold: bool = False


@dataclass(frozen=True, slots=True)
class CardColumn:
    """A heading and what stands beneath."""

    heading: str
    lines: tuple[CardLine, ...]


def card_columns(scene: Scene, now: datetime, language: str) -> tuple[CardColumn, ...]:
    """What the customer wants, has at hand, was promised and needs; empty while nobody is here."""
    ticket = scene.ticket
    if ticket is None or not scene.has_customer:
        return ()
    return (
        CardColumn(
            translate("Teller", "Wants", language=language), _wants(scene, ticket, language)[:LINES]
        ),
        _documents(scene, ticket, language),
        CardColumn(
            translate("Teller", "Promised and needed", language=language),
            _needed(scene, ticket, now, language)[:LINES],
        ),
    )


def _wants(scene: Scene, ticket: TicketView, language: str) -> tuple[CardLine, ...]:
    """The present matter, how many transactions, what comes after it, who comes along."""
    lines = [CardLine(words.service_name(scene.profile, ticket.service, language), is_bold=True)]
    if ticket.items > 1:
        lines.append(
            CardLine(translate("Teller", "%n transactions", n=ticket.items, language=language))
        )
    for need in ticket.needs[1:]:
        name = words.service_name(scene.profile, need, language)
        lines.append(CardLine(translate("Teller", "then: %1", name, language=language)))
    if ticket.companions:
        joint = "、" if language.startswith("zh") else ", "
        numbers = joint.join(each.number for each in ticket.companions)
        lines.append(
            CardLine(translate("Teller", "with %1", numbers, language=language), "group", "accent")
        )
    return tuple(lines)


def _documents(scene: Scene, ticket: TicketView, language: str) -> CardColumn:
    """What the customer said at the door of the documents; else what the service needs."""
    card, profile = scene.card, scene.profile
    found = words.service_of(profile, ticket.service)
    needed = found.needs_documents if found is not None else ()
    names = {each.id: each.name.of(language) for each in (profile.documents if profile else ())}
    is_told = card is not None and card.is_advised
    heading = translate("Teller", "To have ready", language=language)
    if is_told:
        heading = translate("Teller", "Said at the kiosk", language=language)
    missing = card.missing if card is not None else ()
    own = tuple(each.of(language) for each in found.have_ready) if found is not None else ()
    lines = [
        _document(names.get(each, each), each in missing, is_told, language) for each in needed
    ]
    lines += [CardLine(each) for each in own]
    if not lines:
        lines = [CardLine(translate("Teller", "nothing to bring", language=language))]
    return CardColumn(heading, tuple(lines[:LINES]))


def _document(name: str, is_missing: bool, is_told: bool, language: str) -> CardLine:
    if is_missing:
        said = translate("Teller", "missing: %1", name, language=language)
        return CardLine(said, "warning", "warning")
    return CardLine(name, "check", "positive") if is_told else CardLine(name)


def _needed(scene: Scene, ticket: TicketView, now: datetime, language: str) -> tuple[CardLine, ...]:
    """The promise and whether it was kept, the booked time, hearing, language, other tickets."""
    card = scene.card
    lines = []
    if ticket.needs_visual_call:
        said = translate("Teller", "hears little: face them", language=language)
        lines.append(CardLine(said, "volume_off", "warning"))
    if not ticket.language.startswith("zh"):
        lines.append(
            CardLine(translate("Teller", "speaks English", language=language), "language", "accent")
        )
    if card is not None and card.promised_from is not None and card.promised_by is not None:
        lines.append(_promise(card, ticket, now, language))
    if ticket.due_at is not None:
        at = words.clock(ticket.due_at, now)
        booked = translate("Teller", "booked for %1", at, language=language)
        lines.append(CardLine(booked, "event_available", "accent"))
    if card is not None and card.also:
        joint = "、" if language.startswith("zh") else ", "
        said = translate("Teller", "also has %1", joint.join(card.also), language=language)
        lines.append(CardLine(said, "info", "text2"))
    return tuple(lines) or (
        CardLine(translate("Teller", "nothing in particular", language=language)),
    )


def _promise(card: CustomerCard, ticket: TicketView, now: datetime, language: str) -> CardLine:
    """The window on the slip against the moment of the call."""
    assert card.promised_from is not None
    assert card.promised_by is not None
    called = ticket.called_at or now
    span = f"{words.clock(card.promised_from, now)}–{words.clock(card.promised_by, now)}"
    if called <= card.promised_by:
        return CardLine(
            translate("Teller", "promise kept: %1", span, language=language), "check", "positive"
        )
    late = words.whole_minutes(card.promised_by, called)
    said = translate("Teller", "%n min later than promised", n=late, language=language)
    return CardLine(said, "warning", "warning")
