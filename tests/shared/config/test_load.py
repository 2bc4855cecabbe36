"""Shipped profiles load; a broken one is refused with its place and a way out."""

from pathlib import Path

import pytest

from shared.config.checklist import checklist
from shared.config.load import SHIPPED, load_profile, profile_path
from shared.config.profile import Profile
from shared.domain.errors import FileUnreadable, ProfileInvalid

ICONS = Path(__file__).parents[3] / "shared" / "ui" / "icons"


def changed(tmp_path: Path, old: str, new: str) -> Path:
    """The neighbourhood profile with one piece of text replaced."""
    text = profile_path("neighbourhood").read_text(encoding="utf-8")
    assert old in text
    path = tmp_path / "mine.toml"
    path.write_text(text.replace(old, new, 1), encoding="utf-8")
    return path


def refusal(path: Path) -> str:
    """The sentence with which the profile is refused."""
    with pytest.raises(ProfileInvalid) as caught:
        load_profile(path)
    return str(caught.value)


@pytest.mark.parametrize("name", SHIPPED)
def test_shipped_profile_loads_and_says_everything_in_both_languages(name: str) -> None:
    profile = load_profile(name)
    assert profile.branch.languages == ("zh_CN", "en")
    assert profile.policy.rule is not None
    assert [s.id for s in profile.services if not checklist(profile, s)] == ["other"]


@pytest.mark.parametrize("name", SHIPPED)
def test_every_service_of_a_shipped_profile_is_reached_from_the_kiosk(name: str) -> None:
    profile = load_profile(name)
    reached = [s for tile in profile.tiles for s in (tile.services or (tile.service,))]
    assert sorted(map(str, reached)) == sorted(s.id for s in profile.services)


@pytest.mark.parametrize("name", SHIPPED)
def test_icons_of_a_shipped_profile_are_there(name: str) -> None:
    profile = load_profile(name)
    icons = {s.icon for s in profile.services} | {t.icon for t in profile.tiles if t.services}
    assert [icon for icon in sorted(icons) if not (ICONS / f"{icon}.svg").exists()] == []


def test_the_city_branch_is_what_it_says() -> None:
    """Nine counters, VIP room, companies, advisers, four machines, groups on the kiosk."""
    profile = load_profile("city")
    zones = [counter.zone for counter in profile.counters]
    assert len(profile.counters) == 9
    assert {z: zones.count(z) for z in zones} == {"hall": 4, "business": 2, "advice": 2, "vip": 1}
    assert len(profile.machines) == 4
    assert len(profile.services) == 15
    assert [len(tile.services) for tile in profile.tiles] == [0, 0, 4, 2, 3, 4]
    assert [s.kind for s in profile.segments] == ["ordinary", "priority", "key", "vip", "corporate"]
    assert [s.id for s in profile.segments if s.is_by_choice] == ["priority"]


def test_the_city_branch_explains_its_weights_rightly() -> None:
    """The comment above its segments says when each has the 30 points of half an hour."""

    def minutes_to(points: float, profile: Profile) -> list[float]:
        return [round((points - s.base) / s.growth_per_minute, 2) for s in profile.segments]

    assert minutes_to(30.0, load_profile("city")) == [30.0, 7.33, 13.0, 9.6, 20.0]


def test_a_misspelt_key_is_named_with_the_right_one(tmp_path: Path) -> None:
    path = changed(tmp_path, "last_ticket =", "last_tiket =")
    assert refusal(path) == (
        "Profile mine.toml: hours.last_tiket: this key is not known. Did you mean “last_ticket”?"
    )


def test_a_misspelt_key_inside_a_list_is_named_with_its_position(tmp_path: Path) -> None:
    path = changed(tmp_path, "growth_per_minute", "growth_per_minit")
    assert refusal(path) == (
        "Profile mine.toml: segments.1.growth_per_minit: this key is not known. "
        "Did you mean “growth_per_minute”?"
    )


def test_a_missing_key_is_named(tmp_path: Path) -> None:
    path = changed(tmp_path, 'version = "2026-12"\n', "")
    assert refusal(path) == "Profile mine.toml: version: this key is missing. Add it."


def test_a_value_out_of_range_is_quoted(tmp_path: Path) -> None:
    path = changed(tmp_path, "return_credit_min = 10", "return_credit_min = -1")
    assert refusal(path) == (
        "Profile mine.toml: calling.return_credit_min: It must be at least 0 (found: -1)."
    )


@pytest.mark.parametrize(
    ("old", "new", "sentence"),
    [
        (
            'series = "A"',
            'series = "AB"',
            "services.1.series: Write one capital letter, such as A (found: AB).",
        ),
        (
            'opens = "09:00"',
            'opens = "9am"',
            "hours.opens: Write a time such as 09:30 (found: 9am).",
        ),
        (
            'opens = "09:00"',
            "opens = 09:00:00",
            "hours.opens: Write it in quotation marks (found: 09:00:00).",
        ),
        (
            'id = "key"',
            'id = "Key customers"',
            "segments.3.id: Write small letters and digits, with - or _ between, at most 32 "
            "(found: Key customers).",
        ),
        (
            'services = ["wealth", "account", "lost", "other"]',
            "services = []",
            "counters.4.services: The list is too short; name more (found: []).",
        ),
    ],
)
def test_a_manager_reads_what_to_write(tmp_path: Path, old: str, new: str, sentence: str) -> None:
    assert refusal(changed(tmp_path, old, new)) == f"Profile mine.toml: {sentence}"


def test_the_mark_that_windows_writes_first_does_no_harm(tmp_path: Path) -> None:
    path = tmp_path / "mine.toml"
    text = profile_path("neighbourhood").read_text(encoding="utf-8")
    path.write_text(text, encoding="utf-8-sig")
    assert load_profile(path) == load_profile("neighbourhood")


def test_wrong_toml_is_refused_with_its_line(tmp_path: Path) -> None:
    path = changed(tmp_path, "schema_version = 1", "schema_version = ")
    assert refusal(path) == (
        "Profile mine.toml: Invalid value (at line 2, column 18). Correct the TOML there."
    )


def test_no_such_file() -> None:
    with pytest.raises(FileUnreadable) as caught:
        load_profile("nowhere.toml")
    assert str(caught.value) == (
        "File nowhere.toml cannot be read: No such file or directory. Check the path and try again."
    )
