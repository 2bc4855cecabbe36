"""What a scenario says wrongly of the hall is refused with its place."""

import re
from pathlib import Path

import pytest

from shared.domain.errors import ScenarioInvalid
from simulator.model.changes import scenario_path
from simulator.model.plan import load_plan

TEXT = scenario_path("city").read_text(encoding="utf-8")
TIME = 'time = { distribution = "exponential", mean_min = 4 }'
ZONE = 'zones = [{ zone = "hall" }]'
BAD = [
    ("[balking]\nshares = []", "balking.shares"),
    ("[balking]\nshares = [0.2, 1.2]", "balking.shares.2: It must be at most 1"),
    ("[announcement]\nbalks_over = -1", "announcement.balks_over: It must be at least 0"),
    ("[announcement]\nbalk_over = 1", "Did you mean “balks_over”?"),
    ("[[self_service]]\nable = 0.5", "self_service.1.time"),
    (f"[[self_service]]\nable = 2\n{TIME}", "self_service.1.able: It must be at most 1"),
    (f'[[self_service]]\nservice = "gold"\n{TIME}', "self_service.1.service: there is no “gold”"),
    (f'[[self_service]]\nservice = "loan"\n{TIME}', "self_service.1: the profile leads none"),
    (f'[[self_service]]\nsegment = "priority"\n{TIME}', "self_service.1: the profile leads none"),
    ("[layout]\nzones = []", "layout.zones"),
    ('[layout]\nzones = [{ zone = "roof" }]', "layout.zones.1.zone: there is no “roof”"),
    ('[layout]\nzones = [{ zone = "hall" }, { zone = "hall" }]', "stands there twice"),
    (
        '[layout]\nzones = [{ zone = "hall", to_counters_m = { "77" = 3 } }]',
        "layout.zones.1.to_counters_m: there is no counter “77”",
    ),
    (
        f'[layout]\nwaits = [{{ zone = "advice" }}]\n{ZONE}',
        "layout.waits.1.zone: “advice” is none of the zones",
    ),
    (
        f'[layout]\nspeeds = [{{ segment = "old" }}]\n{ZONE}',
        "layout.speeds.1.segment: there is no “old”",
    ),
    (f"[layout]\nspeeds = [{{ mean_m_s = 40 }}]\n{ZONE}", "layout.speeds.1.mean_m_s"),
]


@pytest.mark.parametrize(("more", "sentence"), BAD)
def test_a_bad_hall_is_named(tmp_path: Path, more: str, sentence: str) -> None:
    path = tmp_path / "bad.toml"
    path.write_text(f"{TEXT}\n{more}\n", encoding="utf-8")
    with pytest.raises(ScenarioInvalid) as caught:
        load_plan(path)
    assert str(caught.value).startswith("Scenario bad.toml: ")
    assert sentence in str(caught.value)


def test_a_hall_may_be_described_in_full(tmp_path: Path) -> None:
    path = tmp_path / "good.toml"
    hall = (
        f"[[self_service]]\n{TIME}\n[layout]\n{ZONE}\nentrance_to_kiosk_m = 5\n[announcement]\n"
        "[balking]\nshares = [0, 0.5]\n"
    )
    path.write_text(f"{TEXT}\n{hall}", encoding="utf-8")
    scenario = load_plan(path).scenario
    assert scenario.announcement is not None
    assert scenario.announcement.balks_over == 1


def test_the_example_of_the_documentation_is_sound(tmp_path: Path) -> None:
    page = Path(__file__).parents[3] / "docs" / "simulation.md"
    blocks = re.findall(r"```toml\n(.*?)```", page.read_text(encoding="utf-8"), re.DOTALL)
    (hall,) = (block for block in blocks if "[balking]" in block)
    path = tmp_path / "example.toml"
    path.write_text(f"{TEXT}\n{hall}", encoding="utf-8")
    layout = load_plan(path).scenario.layout
    assert layout is not None
    assert [zone.zone for zone in layout.zones] == ["hall", "advice"]
