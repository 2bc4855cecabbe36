"""The keys of seals: made once, for the owner only, never in the database."""

import sys
from pathlib import Path

import pytest

from shared.domain.errors import FileUnreadable
from shared.store.seal import (
    SealFileUnusable,
    SealKey,
    SealKeys,
    read_seal_keys,
    ready_seal_keys,
    seal_digest,
)

ONE, TWO = SealKey.of("11" * 32), SealKey.of("22" * 32)


def test_keys_are_made_once_and_only_the_owner_may_read_them(tmp_path: Path) -> None:
    path = tmp_path / "new" / "keys"
    made = ready_seal_keys(path, {"renmin": 0})
    assert (len(made.present.value), made.sealed_from) == (32, {"renmin": 1})
    assert ready_seal_keys(path, {"renmin": 57}) == made
    if sys.platform != "win32":
        assert path.stat().st_mode & 0o777 == 0o600


def test_a_further_branch_is_sealed_from_its_next_event_on(tmp_path: Path) -> None:
    path = tmp_path / "keys"
    first = ready_seal_keys(path, {"renmin": 0})
    both = ready_seal_keys(path, {"renmin": 9, "city": 40})
    assert both == SealKeys(first.keys, {"renmin": 1, "city": 41})
    assert read_seal_keys(path) == both


def test_newest_key_seals_and_older_ones_are_found() -> None:
    keys = SealKeys((ONE, TWO), {})
    assert (keys.present, keys.find(ONE.id), keys.find("none")) == (TWO, ONE, None)


def test_a_seal_depends_on_everything_in_it() -> None:
    given = (ONE, "renmin", 1, 9, "ab")
    others = [
        (TWO, "renmin", 1, 9, "ab"),
        (ONE, "city", 1, 9, "ab"),
        (ONE, "renmin", 2, 9, "ab"),
        (ONE, "renmin", 1, 8, "ab"),
        (ONE, "renmin", 1, 9, "ac"),
    ]
    digests = {seal_digest(*each) for each in (given, *others)}
    assert (len(digests), len(seal_digest(*given))) == (6, 64)


NONE = ("", "[]", '{"keys": ["zz"], "sealed_from": {}}', '{"keys": 1}')


@pytest.mark.parametrize("content", NONE)
def test_file_that_holds_no_keys(tmp_path: Path, content: str) -> None:
    path = tmp_path / "keys"
    path.write_text(content, encoding="ascii")
    with pytest.raises(SealFileUnusable):
        read_seal_keys(path)


def test_file_that_is_missing_or_cannot_be_made(tmp_path: Path) -> None:
    with pytest.raises(FileUnreadable):
        read_seal_keys(tmp_path / "none")
    (tmp_path / "file").touch()
    with pytest.raises(SealFileUnusable):
        ready_seal_keys(tmp_path / "file" / "keys", {})
