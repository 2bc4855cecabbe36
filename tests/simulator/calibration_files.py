"""Files of recorded customers as branches have them: good ones, and dirty ones."""

from pathlib import Path

from simulator.calibration.record import Row

HEAD = "ticket,day,service,segment,arrived,called,started,ended,left,counter,staff"


def clock(seconds: float) -> str:
    """A time of day with its seconds; empty for NaN."""
    if seconds != seconds:
        return ""
    whole = int(seconds)
    return f"{whole // 3600:02d}:{whole // 60 % 60:02d}:{seconds - whole // 60 * 60:09.6f}"


def line(number: int, row: Row) -> str:
    """One row in the documented columns."""
    times = (row.arrived_s, row.called_s, row.started_s, row.ended_s, row.left_s)
    fields = [str(number), row.day, row.service, row.segment, *map(clock, times)]
    return ",".join([*fields, row.counter, row.staff])


def write(path: Path, lines: list[str], encoding: str = "utf-8") -> Path:
    """A file of these lines."""
    path.write_bytes("\r\n".join([HEAD, *lines, ""]).encode(encoding))
    return path
