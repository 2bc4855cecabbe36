"""The keys of commands that had no answer."""

from shared.client.unanswered import AGAIN_S, Unanswered


def test_a_key_is_used_once_and_for_the_same_command_only() -> None:
    unanswered = Unanswered()
    unanswered.note(b"cash", "key")
    assert [unanswered.take(body) for body in (b"loan", b"cash", b"cash")] == ["", "key", ""]


def test_a_key_is_forgotten_after_two_minutes() -> None:
    now_s = 50.0
    unanswered = Unanswered(lambda: now_s)
    unanswered.note(b"cash", "one")
    now_s += AGAIN_S
    assert unanswered.take(b"cash") == "one"
    unanswered.note(b"cash", "two")
    now_s += AGAIN_S + 1
    assert unanswered.take(b"cash") == ""
