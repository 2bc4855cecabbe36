"""Times go to the database as UTC and come back aware."""

from datetime import UTC, datetime, timedelta, timezone

import pytest
from sqlalchemy.dialects.sqlite import dialect

from shared.store.utc import UtcTime

SHANGHAI = timezone(timedelta(hours=8))


def test_aware_time_is_stored_as_utc() -> None:
    stored = UtcTime().process_bind_param(datetime(2026, 11, 20, 9, 30, tzinfo=SHANGHAI), dialect())
    assert stored == datetime(2026, 11, 20, 1, 30, tzinfo=UTC)


def test_naive_time_from_sqlite_is_utc() -> None:
    naive = datetime(2026, 11, 20, 1, 30)  # noqa: DTZ001 - what SQLite gives back
    assert UtcTime().process_result_value(naive, dialect()) == naive.replace(tzinfo=UTC)


def test_naive_time_is_refused() -> None:
    naive = datetime(2026, 11, 20, 1, 30)  # noqa: DTZ001 - the mistake under test
    with pytest.raises(ValueError, match="time zone"):
        UtcTime().process_bind_param(naive, dialect())


def test_nothing_stays_nothing() -> None:
    assert UtcTime().process_bind_param(None, dialect()) is None
    assert UtcTime().process_result_value(None, dialect()) is None
