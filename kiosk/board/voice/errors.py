"""What may go wrong with recordings; part of the tree of shared.domain.errors.

EnvironmentFailed
├── ClipMissing       a word of the spoken call was never recorded
├── ClipUnreadable    a recording cannot be read or has another format
└── VoiceIncomplete   the check of the recordings found something
InputInvalid
└── ManifestInvalid   what the folder says of itself contradicts itself
"""

from shared.domain.errors import EnvironmentFailed, InputInvalid


class ClipMissing(EnvironmentFailed):
    """A word of the spoken call was never recorded."""

    code = "clip_missing"
    sentence = "The recording %1 is missing. Record it, or take the shipped set."


class ClipUnreadable(EnvironmentFailed):
    """A recording is no WAV file, or not 16 kHz, one channel, 16 bit."""

    code = "clip_unreadable"
    sentence = "Recording %1 cannot be used: %2. Save it as WAV, 16,000 Hz, mono, 16 bit."


class VoiceIncomplete(EnvironmentFailed):
    """Of the recordings that this branch needs some are missing or cannot be used."""

    code = "voice_incomplete"
    sentence = "%1 recordings are missing or cannot be used; each stands in the table."


class ManifestInvalid(InputInvalid):
    """voice.toml in a folder of recordings: the place and what is wrong."""

    code = "voice_manifest_invalid"
    sentence = "Recordings, %1: %2"
