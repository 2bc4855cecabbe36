"""The sound of a call follows the branch's profile: its languages, its names of places."""

from kiosk.board.saying import Saying
from kiosk.board.voice.announcer import Announcement
from kiosk.board.voice.joiner import clip_set, join
from kiosk.board.voice.phrase import Destination, parts_of
from shared.config.load import load_profile
from tests.support.fake_client import FakeClient

CLIPS = clip_set()


def sound(number: str, to: Destination, *languages: str) -> bytes:
    return join(parts_of(number, to, languages, CLIPS.has), CLIPS)


def test_a_counter_and_a_place_in_the_branchs_languages() -> None:
    say = Saying(FakeClient(load_profile("city")), CLIPS)
    assert say(Announcement(1, "t", "A021", "3")) == sound("A021", Destination("3"), "zh_CN", "en")
    assert say(Announcement(2, "t", "V003", "vip")) == sound(
        "V003", Destination("vip", "VIP room"), "zh_CN", "en"
    )


def test_a_recall_says_the_same_again() -> None:
    say = Saying(FakeClient(), CLIPS)
    first = say(Announcement(1, "t", "B7", "2"))
    assert say(Announcement(2, "t", "B7", "2", is_recall=True)) == first


def test_a_branch_may_speak_one_language_or_turn_them_round() -> None:
    client = FakeClient()
    assert client.profile is not None
    say = Saying(client, CLIPS)
    for languages in (("en",), ("en", "zh_CN")):
        branch = client.profile.branch.model_copy(update={"languages": languages})
        client.profile = client.profile.model_copy(update={"branch": branch})
        assert say(Announcement(1, "t", "B7", "2")) == sound("B7", Destination("2"), *languages)


def test_before_the_profile_is_known_both_languages_are_spoken() -> None:
    client = FakeClient()
    client.profile = None
    say = Saying(client, CLIPS)
    assert say(Announcement(1, "t", "B7", "2")) == sound("B7", Destination("2"), "zh_CN", "en")
