"""Profiles of many branches, read when they are wanted."""

from pathlib import Path

import pytest

from shared.config.load import profile_path
from shared.config.shelf import BranchUnusable, ProfileShelf
from shared.domain.errors import FileUnreadable, ProfileInvalid
from tests.support.profiles import NEIGHBOURHOOD, first_come

TEXT = profile_path("neighbourhood").read_text(encoding="utf-8")


def keep(folder: Path, branch: str, text: str = TEXT) -> None:
    renamed = text.replace('id = "renmin"', f'id = "{branch}"', 1)
    (folder / f"{branch}.toml").write_text(renamed, encoding="utf-8")


def test_every_file_of_a_folder_is_a_branch(tmp_path: Path) -> None:
    keep(tmp_path, "south")
    keep(tmp_path, "north")
    (tmp_path / "notes.txt").touch()
    shelf = ProfileShelf.in_folder(tmp_path)
    assert (list(shelf), len(shelf)) == (["north", "south"], 2)
    assert shelf["south"].branch.id == "south"
    assert ("north" in shelf, "east" in shelf, shelf.get("east")) == (True, False, None)


def test_profile_is_read_once(tmp_path: Path) -> None:
    keep(tmp_path, "north")
    shelf = ProfileShelf.in_folder(tmp_path)
    first = shelf["north"]
    (tmp_path / "north.toml").unlink()
    assert shelf["north"] is first


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("nonsense", "Branch north cannot be served: Profile north.toml: "),
        (TEXT, "Branch north cannot be served: Profile north.toml: branch.id: it is “renmin”."),
    ],
)
def test_file_that_is_no_profile_of_its_branch(tmp_path: Path, text: str, said: str) -> None:
    (tmp_path / "north.toml").write_text(text, encoding="utf-8")
    with pytest.raises(BranchUnusable) as refused:
        ProfileShelf.in_folder(tmp_path)["north"]
    assert str(refused.value)[: len(said)] == said


def test_folder_without_profiles(tmp_path: Path) -> None:
    for folder in (tmp_path, tmp_path / "none"):
        with pytest.raises(FileUnreadable):
            ProfileShelf.in_folder(folder)


def test_two_profiles_of_one_branch() -> None:
    with pytest.raises(ProfileInvalid, match="two of the profiles"):
        ProfileShelf.of([NEIGHBOURHOOD, first_come()])
