"""What the sheet of the missed calls says: who, and what happens, by the branch's credit."""

from counter.teller.scene import Scene
from counter.teller.visit_sheets import back_sheet
from shared.config.load import load_profile
from shared.config.profile import Profile
from tests.counter.teller import scenes
from tests.support import view

PROFILE = load_profile("neighbourhood")


def with_credit(minutes: float) -> Profile:
    calling = PROFILE.calling.model_copy(update={"return_credit_min": minutes})
    return PROFILE.model_copy(update={"calling": calling})


def result(profile: Profile, *, arrived_min_ago: float = 31.0) -> str:
    ticket = view.ticket("A019", minutes_ago=arrived_min_ago, state="no_show", ended_at=view.NOW)
    scene = Scene("3", missed=(ticket,), profile=profile)
    return back_sheet(scene, view.NOW, "en").choices[0].result


def test_a_choice_is_number_service_and_when_it_was_missed() -> None:
    text = back_sheet(
        Scene("3", missed=scenes.missed("A019", "B007"), profile=PROFILE), view.NOW, "en"
    )
    assert [(c.id, c.words) for c in text.choices] == [
        ("missed:t-a019", "A019 · Cash in or out · missed at 10:06"),
        ("missed:t-b007", "B007 · Cash in or out · missed at 10:05"),
    ]
    assert (text.question, text.is_immediate) == ("Who is back? Choose with a digit.", False)


def test_the_newest_nine_are_listed_and_it_says_how_many_there_are() -> None:
    numbers = [f"A{n:03d}" for n in range(12)]
    text = back_sheet(Scene("3", missed=scenes.missed(*numbers), profile=PROFILE), view.NOW, "en")
    assert [c.id for c in text.choices] == [f"missed:t-{n.lower()}" for n in numbers[:9]]
    assert text.question == "Who is back? The first 9 of 12; choose with a digit."


def test_what_happens_is_the_profiles_credit_or_less_for_a_young_ticket() -> None:
    once = "This works once for a ticket."
    assert result(with_credit(10.0)) == f"A019 waits again as if it had come 10 min ago. {once}"
    assert result(with_credit(10.0), arrived_min_ago=4.0) == (
        f"A019 waits again as if it had come 4 min ago. {once}"
    )
    assert result(with_credit(0.0)) == f"A019 waits again as if it had just come. {once}"
