"""`lobby sim staff`: a staffing that `lobby sim run` takes."""

import json
from pathlib import Path

from typer.testing import CliRunner

from simulator.command import sim
from simulator.model.plan import load_plan

CASE = Path(__file__).parents[3] / "data" / "cases" / "case_10_staffing.toml"


def test_a_staffing_is_written_as_a_scenario_that_can_be_simulated(tmp_path: Path) -> None:
    quiet = tmp_path / "quiet.toml"
    mix = 'mix = [{ service = "service", segment = "everybody", share = 1 }]'
    demand = f"[demand]\nhalf_hours_per_hour = {[5] * 16}\n{mix}\n"
    name = 'name = { zh = "安静", en = "Quiet" }'
    quiet.write_text(f'schema_version = 1\nbased_on = "{CASE}"\n{name}\n{demand}', encoding="utf-8")
    out, figures = tmp_path / "staffed.toml", tmp_path / "staffed.json"
    options = ["--within", "5", "--share", "0.5", "--fresh-days", "100", "--bound", "0"]
    files = ["--out", str(out), "--json", str(figures)]
    result = CliRunner().invoke(sim, ["staff", str(quiet), *options, *files])
    assert result.exit_code == 0, result.output
    said = json.loads(figures.read_text())
    plan = load_plan(out)
    assert [line.model_dump(exclude_defaults=True) for line in plan.scenario.staffing] == [
        {**line, "pauses": tuple(line["pauses"])} if "pauses" in line else line
        for line in said["staffing"]
    ]
    assert said["counter_half_hours"] == sum(each["counters"] for each in said["half_hours"])
    assert f"{said['counter_half_hours']} counter-half-hours" in result.output
    run = CliRunner().invoke(sim, ["run", "--scenario", str(out), "--days", "5"])
    assert run.exit_code == 0, run.output
