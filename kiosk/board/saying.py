"""From a call to its sound: the profile's languages, names and volume, the clips, the joiner."""

from collections.abc import Sequence

from kiosk.board.voice.announcer import Announcement
from kiosk.board.voice.joiner import ClipSet, join
from kiosk.board.voice.phrase import Destination, incident_parts, parts_of
from kiosk.board.voice.volume import volume_at
from shared.client.ports import LobbyClient
from shared.config.profile import Profile

EVERY_LANGUAGE = ("zh_CN", "en")


class Saying:
    """Makes the sound of an announcement in the words of the branch's present profile."""

    def __init__(self, client: LobbyClient, clips: ClipSet) -> None:
        self._client = client
        self._clips = clips

    def __call__(self, announcement: Announcement) -> bytes:
        """A WAV, empty in quiet hours; a recall sounds like the call itself.

        Raises:
            ClipMissing, ClipUnreadable.
        """
        profile = self._client.profile
        percent = volume_at(profile, self._client.now())
        if percent == 0:
            return b""
        languages = spoken_languages(profile, announcement.language)
        if announcement.is_news:
            parts = incident_parts(announcement.reason, languages, self._clips.has)
        else:
            to = _destination(profile, announcement.counter)
            parts = parts_of(announcement.number, to, languages, self._clips.has)
        return join(parts, self._clips, percent)


def spoken_languages(profile: Profile | None, own: str) -> Sequence[str]:
    """The languages in which somebody with a slip in ``own`` is called, in this order."""
    if profile is None:
        return EVERY_LANGUAGE
    languages = profile.voice.languages or profile.branch.languages
    if not profile.voice.has_own_language_first:
        return languages
    return sorted(languages, key=lambda language: language != own)


def _destination(profile: Profile | None, counter: str) -> Destination:
    counters = profile.counters if profile else ()
    named = {c.id: c.name.en for c in counters if c.name}
    return Destination(counter, named.get(counter, ""))
