"""``lobby board --check-voice``: which recordings this branch needs, and which are there."""

from pathlib import Path

import typer

from kiosk.board.voice.errors import ClipUnreadable, VoiceIncomplete
from kiosk.board.voice.joiner import clip_set
from kiosk.board.voice.needed import check, table
from kiosk.ticketing.selftest.command import profile_of_server
from shared.client.run import Connection
from shared.config.load import load_profile


def run_check(connection: Connection, profile: str, clips: str) -> None:
    """Print every needed recording with its source; nothing is played.

    Raises:
        VoiceIncomplete: a call would be left unspoken.
        ClipUnreadable, ManifestInvalid: of the folder.
        ServerUnreachable, FileUnreadable, ProfileInvalid: of the profile.
    """
    own = Path(clips) if clips else None
    if own is not None and not own.is_dir():
        raise ClipUnreadable(own, "no such folder")
    found_profile = load_profile(profile) if profile else profile_of_server(connection)
    found = check(found_profile, clip_set(own), own)
    typer.echo(table(found))
    faults = sum(each.is_fault for each in found)
    if faults:
        raise VoiceIncomplete(faults)
