"""Which call for help a teller sees: the newest, for three minutes of the branch's clock."""

from datetime import timedelta

from counter.teller.help_calls import SHOWN_FOR, HelpCall, HelpCalls
from tests.counter.teller import scenes
from tests.support import view

NOW = view.NOW


def test_a_call_is_shown_for_three_minutes() -> None:
    calls = HelpCalls()
    assert calls.note(scenes.help_asked(), NOW)
    assert calls.newest(NOW + timedelta(seconds=179)) == HelpCall("kiosk-1", NOW)
    assert calls.newest(NOW + timedelta(seconds=180)) is None


def test_several_are_the_newest_and_a_count_of_those_that_are_young() -> None:
    calls = HelpCalls()
    for device, after_s in (("kiosk-1", 0.0), ("kiosk-3", 50.0), ("kiosk-2", 20.0)):
        calls.note(scenes.help_asked(device, after_s=after_s), NOW + timedelta(seconds=50))
    newest_at = NOW + timedelta(seconds=50)
    assert calls.newest(newest_at) == HelpCall("kiosk-3", newest_at, others=2)
    assert calls.newest(NOW + timedelta(seconds=190)) == HelpCall("kiosk-3", newest_at, others=1)


def test_what_is_old_when_it_arrives_is_not_shown() -> None:
    calls = HelpCalls()
    assert not calls.note(scenes.help_asked(), NOW + SHOWN_FOR)
    assert calls.newest(NOW + SHOWN_FOR) is None


def test_read_means_all_of_them_and_the_next_one_counts_from_one() -> None:
    calls = HelpCalls()
    calls.note(scenes.help_asked(), NOW)
    calls.note(scenes.help_asked("kiosk-2"), NOW)
    calls.dismiss()
    assert calls.newest(NOW) is None
    calls.note(scenes.help_asked("kiosk-2"), NOW)
    assert calls.newest(NOW) == HelpCall("kiosk-2", NOW)


def test_a_call_that_somebody_answers_is_gone() -> None:
    calls = HelpCalls()
    first, second = scenes.help_asked("a", sequence=102), scenes.help_asked("b", sequence=103)
    for event in (first, second):
        calls.note(event, view.NOW)
    answered = first.model_copy(update={"kind": "help.answered", "data": {"asked": 103}})
    calls.answered(answered)
    newest = calls.newest(view.NOW)
    assert newest is not None
    assert (newest.device, newest.others) == ("a", 0)
