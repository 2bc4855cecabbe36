"""From a call to its sound: the profile's languages and names, the clips, the joiner."""

from kiosk.board.voice.announcer import Announcement
from kiosk.board.voice.joiner import ClipSet, join
from kiosk.board.voice.phrase import Destination, parts_of
from shared.client.ports import LobbyClient


class Saying:
    """Makes the sound of an announcement in the words of the branch's present profile."""

    def __init__(self, client: LobbyClient, clips: ClipSet) -> None:
        self._client = client
        self._clips = clips

    def __call__(self, announcement: Announcement) -> bytes:
        """A WAV; a recall sounds like the call itself.

        Raises:
            ClipMissing, ClipUnreadable.
        """
        profile = self._client.profile
        languages = profile.branch.languages if profile else ("zh_CN", "en")
        counters = profile.counters if profile else ()
        named = {c.id: c.name.en for c in counters if c.name}
        to = Destination(announcement.counter, named.get(announcement.counter, ""))
        return join(parts_of(announcement.number, to, languages, self._clips.has), self._clips)
