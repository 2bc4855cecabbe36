"""The business day in the branch's time zone."""

from zoneinfo import ZoneInfo

import pytest

from shared.services.day import LocalDay, local_day
from tests.support.server import local_us


@pytest.mark.parametrize(
    ("now", "day"),
    [
        ("2026-11-20T00:00:00", "2026-11-20"),
        ("2026-11-20T23:59:59.999999", "2026-11-20"),
        ("2026-11-21T00:00:00", "2026-11-21"),
    ],
)
def test_day_changes_at_local_midnight(now: str, day: str) -> None:
    expected = LocalDay(day, local_us(f"{day}T00:00"))
    assert local_day(local_us(now), ZoneInfo("Asia/Shanghai")) == expected


def test_midnight_of_a_day_with_a_clock_change_is_the_one_before_the_change() -> None:
    noon = local_us("2026-03-29T12:00", "+02:00")
    midnight = local_us("2026-03-29T00:00", "+01:00")
    assert local_day(noon, ZoneInfo("Europe/Madrid")) == LocalDay("2026-03-29", midnight)
