"""Every test that asks for an address runs on a SQLite file and on PostgreSQL."""

from pathlib import Path

import pytest

from tests.support.lobby import Address
from tests.support.postgres import PostgresServer


@pytest.fixture(params=["sqlite", "postgresql"])
def address(request: pytest.FixtureRequest, tmp_path: Path) -> Address:
    """Where a test may keep a branch; the tables may be there already."""
    if request.param == "sqlite":
        return tmp_path / "b.db"
    server: PostgresServer = request.getfixturevalue("postgres")
    return server.with_tables()
