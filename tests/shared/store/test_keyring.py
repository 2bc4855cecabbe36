"""The secret keys of a database."""

from pathlib import Path

import pytest

from shared.domain.errors import StoreUnavailable
from shared.services.pseudonym import Purpose
from shared.store.engine import Database
from shared.store.keyring import Keyring
from shared.store.migrate import migrate


def keys(path: Path) -> list[bytes]:
    """What a program that starts on this file gets."""
    database = Database(path)
    migrate(database)
    found = [Keyring(database).key(purpose) for purpose in Purpose]
    database.close()
    return found


def test_keys_are_made_once_and_are_long(tmp_path: Path) -> None:
    first = keys(tmp_path / "one.db")
    assert [len(key) for key in first] == [32] * len(Purpose)
    assert keys(tmp_path / "one.db") == first


def test_no_two_keys_are_alike(tmp_path: Path) -> None:
    assert len({*keys(tmp_path / "one.db"), *keys(tmp_path / "two.db")}) == 2 * len(Purpose)


def test_without_a_database_there_is_no_key(tmp_path: Path) -> None:
    with pytest.raises(StoreUnavailable):
        Keyring(Database(tmp_path / "none" / "b.db")).key(Purpose.CODE)
