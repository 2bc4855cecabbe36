"""How loud the hall is at a time of the day. No Qt."""

from datetime import datetime

from shared.config.profile import Profile


def volume_at(profile: Profile | None, now: datetime) -> int:
    """Percent of full volume: the profile's, or that of the quiet hours; 0 is silence.

    ``now`` is the branch's local time. Where quiet hours overlap the lowest counts.
    """
    if profile is None:
        return 100
    clock = now.strftime("%H:%M")
    quiet = [q.volume_percent for q in profile.voice.quiet if q.begins <= clock < q.ends]
    return min([profile.voice.volume_percent, *quiet])
