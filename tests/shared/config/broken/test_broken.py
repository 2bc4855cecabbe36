"""Every mistake of the table gives exactly its sentence, when the profile is loaded."""

import copy
import tomllib
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import pytest

from shared.config.check import problems
from shared.config.load import load_profile
from shared.config.profile import Profile
from shared.domain.errors import ProfileInvalid
from tests.shared.config.broken.table import MISTAKES, Mistake

SOUND = Path(__file__).with_name("sound.toml")


def broken(change: Mapping[str, object]) -> Profile:
    """The sound profile with these places changed."""
    raw = copy.deepcopy(tomllib.loads(SOUND.read_text(encoding="utf-8")))
    for place, value in change.items():
        put(raw, place.split("."), value)
    return Profile.model_validate(raw)


def put(table: Any, path: list[str], value: object) -> None:
    """Set the value at a path; ``+`` at its end adds a row."""
    for part in path[:-1]:
        table = step(table, part)
    if path[-1] == "+":
        table.append(value)
    else:
        table[path[-1]] = value


def step(table: Any, part: str) -> Any:
    """One step down: a key, a row's number from 1, or a row by its id."""
    if isinstance(table, dict):
        return table.setdefault(part, {})
    if part.isdigit() and not any(row.get("id") == part for row in table):
        return table[int(part) - 1]
    return next(row for row in table if row["id"] == part)


def test_the_base_is_sound() -> None:
    assert list(problems(broken({}))) == []


def test_there_are_twenty_and_more() -> None:
    assert len({mistake.sentence for mistake in MISTAKES}) == len(MISTAKES) >= 20


@pytest.mark.parametrize("mistake", MISTAKES, ids=lambda m: m.name)
def test_a_mistake_gives_its_sentence(mistake: Mistake) -> None:
    assert list(problems(broken(mistake.change))) == [mistake.sentence]


def test_a_broken_profile_is_refused_when_it_is_loaded(tmp_path: Path) -> None:
    path = tmp_path / "mine.toml"
    text = SOUND.read_text(encoding="utf-8")
    path.write_text(text.replace("overtakes_max = 2", "overtakes_max = 5"), encoding="utf-8")
    with pytest.raises(ProfileInvalid) as refused:
        load_profile(path)
    assert str(refused.value) == (
        "Profile mine.toml: segments “priority”.overtakes_max: 5 is looser than the 3 of "
        "“ordinary”, and people with priority need have the tighter limit. Write at most 3."
    )
