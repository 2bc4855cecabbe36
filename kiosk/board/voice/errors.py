"""What may go wrong with recordings; part of the tree of shared.domain.errors.

EnvironmentFailed
├── ClipMissing      a word of the spoken call was never recorded
└── ClipUnreadable   a recording cannot be read or has another format
"""

from shared.domain.errors import EnvironmentFailed


class ClipMissing(EnvironmentFailed):
    """A word of the spoken call was never recorded."""

    code = "clip_missing"
    sentence = "The recording %1 is missing. Record it, or take the shipped set."


class ClipUnreadable(EnvironmentFailed):
    """A recording is no WAV file, or not 16 kHz, one channel, 16 bit."""

    code = "clip_unreadable"
    sentence = "Recording %1 cannot be used: %2. Save it as WAV, 16,000 Hz, mono, 16 bit."
