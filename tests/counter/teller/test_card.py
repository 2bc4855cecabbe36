"""The customer's card: what it says, and that it says no more."""

from datetime import timedelta

from counter.teller.card_words import card_columns
from counter.teller.scene import Scene, scene_of
from shared.config.load import load_profile
from shared.protocol.lobby import LobbyView, TicketName
from tests.counter.teller import scenes
from tests.counter.teller.at_keyboard import Teller
from tests.support import view

PROFILE = load_profile("neighbourhood")


def scene(lobby: LobbyView) -> Scene:
    counter = next(each for each in lobby.counters if each.id == "3")
    return scene_of(counter, lobby, counter_id="3", pending=None, is_online=True, profile=PROFILE)


def said(lobby: LobbyView) -> list[tuple[str, ...]]:
    columns = card_columns(scene(lobby), view.NOW, "en")
    return [tuple(line.words for line in column.lines) for column in columns]


def test_nobody_here_no_card() -> None:
    assert said(scenes.lobby()) == []


def test_wishes_documents_and_promise() -> None:
    ticket = scenes.serving().model_copy(
        update={
            "needs": ("cash", "lost"),
            "items": 3,
            "companions": (TicketName(id="x", number="A048"),),
        }
    )
    lobby = scenes.lobby(ticket=ticket).model_copy(update={"card": scenes.card(also=("B012",))})
    assert said(lobby) == [
        ("Cash in or out", "3 transactions", "then: Lost card or PIN", "with A048"),
        ("ID card", "missing: bank card or passbook"),
        ("promise kept: 10:05–10:12", "also has B012"),
    ]


def test_a_late_call_an_appointment_little_hearing_another_language() -> None:
    called = scenes.called(
        needs_visual_call=True, language="en", due_at=view.NOW - timedelta(minutes=2)
    )
    late = scenes.card(is_advised=False, missing=(), promised_by=view.NOW - timedelta(minutes=5))
    lobby = scenes.lobby(ticket=called).model_copy(update={"card": late})
    assert said(lobby)[1:] == [
        ("ID card", "bank card or passbook"),
        (
            "hears little: face them",
            "speaks English",
            "4 min later than promised",
            "booked for 10:10",
        ),
    ]


def test_the_card_of_somebody_else_is_not_shown() -> None:
    lobby = scenes.lobby(ticket=scenes.serving()).model_copy(update={"card": scenes.card("B001")})
    assert scene(lobby).card is None


def test_it_is_there_with_the_customer_and_makes_room_for_a_sheet(teller: Teller) -> None:
    card = teller.window.desk.card
    assert card.isHidden()
    teller.show(scenes.lobby(110, ticket=scenes.serving()))
    assert card.isVisible()
    assert card.accessibleName().startswith("Customer A047: Wants: Cash in or out; ")
    teller.window.questions.ask_outcome()
    assert card.isHidden()
    teller.window.desk.close_sheet()
    assert card.isVisible()
