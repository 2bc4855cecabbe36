"""The sound of a call follows the branch's profile: its languages, its names of places."""

import pytest

from kiosk.board.saying import Saying, spoken_languages
from kiosk.board.voice.announcer import Announcement
from kiosk.board.voice.joiner import clip_set, join, quieter, to_wav
from kiosk.board.voice.phrase import Destination, incident_parts, parts_of
from shared.config.board_tables import QuietTable, VoiceTable
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


def speaking(voice: VoiceTable) -> FakeClient:
    """A branch with such a voice."""
    return FakeClient(load_profile("neighbourhood").model_copy(update={"voice": voice}))


@pytest.mark.parametrize(
    ("voice", "own", "spoken"),
    [
        (VoiceTable(), "", ("zh_CN", "en")),
        (VoiceTable(), "en", ("en", "zh_CN")),
        (VoiceTable(), "fr", ("zh_CN", "en")),
        (VoiceTable(has_own_language_first=False), "en", ("zh_CN", "en")),
        (VoiceTable(languages=("zh_CN",)), "en", ("zh_CN",)),
        (VoiceTable(languages=("en", "zh_CN")), "zh_CN", ("zh_CN", "en")),
    ],
)
def test_the_language_of_the_slip_is_spoken_first(
    voice: VoiceTable, own: str, spoken: tuple[str, ...]
) -> None:
    client = speaking(voice)
    assert tuple(spoken_languages(client.profile, own)) == spoken
    call = Announcement(1, "t", "A021", "3", language=own)
    assert Saying(client, CLIPS)(call) == sound("A021", Destination("3"), *spoken)


def test_the_volume_is_the_profiles_and_quiet_hours_are_quiet() -> None:
    """It is 10:12."""
    loud = sound("A021", Destination("3"), "zh_CN", "en")
    call = Announcement(1, "t", "A021", "3")
    half = to_wav(quieter(loud[44:], 50))
    lunch = QuietTable(begins="10:00", ends="10:30", volume_percent=50)
    nap = QuietTable(begins="10:00", ends="10:30")
    for voice, heard in (
        (VoiceTable(volume_percent=50), half),
        (VoiceTable(quiet=(lunch,)), half),
        (VoiceTable(quiet=(lunch, nap)), b""),
        (VoiceTable(quiet=(QuietTable(begins="10:13", ends="11:00"),)), loud),
    ):
        assert Saying(speaking(voice), CLIPS)(call) == heard


def test_an_incident_asks_the_hall_to_look_at_the_screen() -> None:
    news = Announcement(1, "", "", "", reason="power")
    parts = incident_parts("power", ("zh_CN", "en"), CLIPS.has)
    assert Saying(FakeClient(), CLIPS)(news) == join(parts, CLIPS)
