"""The learned demand as a file."""

from pathlib import Path

import pytest

from shared.config.demand_tables import DemandInvalid, load_demand

TEXT = """
branch = "renmin"
half_hours_per_hour = [20, 25]
mix = [{ service = "cash", segment = "ordinary", share = 3 }]
[[service_times]]
service = "cash"
time = { distribution = "lognormal", mean_min = 6.5, cv = 0.7 }
"""


def test_a_file_is_read(tmp_path: Path) -> None:
    path = tmp_path / "demand.toml"
    path.write_text(TEXT, encoding="utf-8")
    found = load_demand(path)
    assert found.service_times[0].time.mean_min == 6.5
    assert found.day_type == "ordinary"


def test_a_wrong_file_is_refused_with_the_place(tmp_path: Path) -> None:
    path = tmp_path / "demand.toml"
    path.write_text(TEXT.replace("cv = 0.7", "cv = -1"), encoding="utf-8")
    with pytest.raises(DemandInvalid, match=r"demand\.toml: service_times\.1\.time\.cv"):
        load_demand(path)
