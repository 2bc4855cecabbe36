"""Clock times as minutes from midnight, and back."""


def clock(minute: int) -> str:
    """Minutes from midnight as a clock time: 570 is 09:30."""
    return f"{minute // 60:02d}:{minute % 60:02d}"


def minute_of(clock_time: str) -> int:
    """A clock time as minutes from midnight: 09:30 is 570."""
    return 60 * int(clock_time[:2]) + int(clock_time[3:])
