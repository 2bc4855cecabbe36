"""`lobby sim`, `lobby schema` and `lobby report day` as a person types them."""

import csv
import json
import tomllib
from pathlib import Path

import pytest

from simulator.model.demand_file import COLUMNS
from simulator.planning.cost.case import FOLDER
from simulator.planning.cost.prices import SHIPPED
from simulator.schema import Subject
from tests.simulator.command_line import lobby

Capture = pytest.CaptureFixture[str]


def test_generate_then_run_then_report(capsys: Capture, tmp_path: Path) -> None:
    """One day's demand, the day simulated from it, its log, its report."""
    demand, events, page = tmp_path / "demand.csv", tmp_path / "events.csv", tmp_path / "day.html"
    code, out, _ = lobby(
        capsys, "sim", "generate", "--scenario", "neighbourhood", "--seed", 3, "--out", demand
    )
    rows = list(csv.DictReader(demand.read_text(encoding="utf-8").splitlines()))
    assert (code, out) == (0, f"{len(rows)} customers: {demand}\n")
    assert list(rows[0]) == list(COLUMNS)
    words = ["sim", "run", "--scenario", "neighbourhood", "--demand", demand, "--events", events]
    code, out, _ = lobby(capsys, *words, "--json", "-")
    figures = json.loads(out)
    assert (code, figures["days"]) == (0, 1)
    assert figures["everybody"]["arrived_a_day"]["estimate"] + figures["turned_away"] == len(rows)
    code, out, _ = lobby(capsys, "report", "day", "--log", events, "--out", page, "--json", "-")
    assert code == 0
    waiting = json.loads(out)["waiting"]
    assert waiting["mean_s"] == pytest.approx(figures["everybody"]["mean_wait_s"]["estimate"])
    assert page.read_text(encoding="utf-8").startswith("<!DOCTYPE html>")


def test_run_prints_tables_with_intervals(capsys: Capture, tmp_path: Path) -> None:
    file = tmp_path / "figures.json"
    words = ["sim", "run", "--scenario", "city", "--days", 3, "--seed", 5, "--json", file]
    code, out, err = lobby(capsys, *words)
    assert (code, err) == (0, "")
    lines = out.splitlines()
    assert lines[0] == "Zhongshan Road branch, an ordinary weekday: 3 simulated days"
    assert "± half-width of the 95 % confidence interval over 3 days." in lines
    assert lines[-2].startswith("Theory, everybody in one line before equal counters")
    assert [line for line in lines if line.strip().startswith("business-account")]
    figures = json.loads(file.read_text(encoding="utf-8"))
    assert set(figures["by_segment"]) == {"ordinary", "priority", "key", "vip", "corporate"}
    assert lobby(capsys, *words)[1] == out


def test_compare_presets_on_the_same_days(capsys: Capture, tmp_path: Path) -> None:
    file = tmp_path / "figures.json"
    words = ["sim", "compare", "neighbourhood", "--days", 2, "--json", file]
    code, out, err = lobby(capsys, *words, "--presets", "first_come, capped")
    assert (code, err) == (0, "")
    title = "Renmin Road branch, an ordinary weekday: the same 2 simulated days under each preset"
    assert " ".join(out.split()).startswith(title)
    figures = json.loads(file.read_text(encoding="utf-8"))
    assert [v["name"] for v in figures["variants"]] == ["first_come", "capped"]
    assert (figures["compared"], figures["base"]) == ("preset", "capped")
    assert (figures["days"], figures["engine"]) == (2, "compiled")
    assert "Lived by the compiled kernel." in out.splitlines()


def test_compare_to_a_precision(capsys: Capture) -> None:
    words = ["sim", "compare", "neighbourhood", "--presets", "strict,capped", "--precision", 0.1]
    code, out, err = lobby(capsys, *words, "--json", "-")
    found = json.loads(out)["precision_mean_wait_difference"]
    assert (code, err, found["wanted_0_1"], found["is_reached"]) == (0, "", 0.1, True)
    code, out, _ = lobby(capsys, *words, "--most-days", 25)
    assert code == 0
    assert "Differences of everybody's mean wait to within 10.0% of the base's: " in out


@pytest.mark.parametrize("subject", list(Subject))
def test_schema_is_json_schema(capsys: Capture, subject: Subject) -> None:
    code, out, _ = lobby(capsys, "schema", subject)
    assert (code, json.loads(out)["type"]) == (0, "object")


def test_the_schemas_of_planning_name_what_the_shipped_files_hold(capsys: Capture) -> None:
    shipped = (("prices", SHIPPED), ("cases", FOLDER / "documents.toml"))
    for subject, path in shipped:
        found = json.loads(lobby(capsys, "schema", subject)[1])
        assert set(tomllib.loads(path.read_text(encoding="utf-8"))) <= set(found["properties"])
    assert "required" not in json.loads(lobby(capsys, "schema", "prices")[1])
    floor = json.loads(lobby(capsys, "schema", "floor-plan")[1])
    assert set(floor["required"]) == {"entrance", "kiosk", "zones", "counters"}


@pytest.mark.parametrize(
    ("words", "code", "sentence"),
    [
        (["sim", "run", "--scenario", "nothing.toml"], 1, "File nothing.toml cannot be read"),
        (["sim", "run", "--scenario", "city", "--days", "0"], 2, "Invalid value"),
        (["sim", "run", "--scenario", "city", "--demand", "x.csv"], 1, "File x.csv cannot be read"),
        (["sim", "run", "--scenario", "city", "--demand", "x", "--days", "2"], 2, "leave --days"),
        (["sim", "generate", "--scenario", "city", "--out", "no/x.csv"], 1, "cannot be written"),
        (["sim", "compare", "nothing.toml"], 1, "File nothing.toml cannot be read"),
        (["sim", "compare", "city", "--presets", "strikt"], 1, "Did you mean “strict”?"),
        (["sim", "compare", "city", "--overload", "never"], 1, "no overload rule “never”"),
        (["sim", "compare", "city", "--presets", "all", "--overload", "all"], 2, "one at a time"),
        (["sim", "compare", "city", "--days", "2", "--precision", "0.1"], 2, "not both"),
        (["report", "day", "--log", "x.csv", "--json", "-"], 1, "File x.csv cannot be read"),
        (["report", "day", "--log", "x.csv"], 2, "say where to write"),
        (["schema", "weather"], 2, "weather"),
    ],
)
def test_nonsense_is_one_sentence(
    capsys: Capture, words: list[str], code: int, sentence: str
) -> None:
    found, out, err = lobby(capsys, *words)
    assert (found, out) == (code, "")
    assert sentence in err
    assert "Traceback" not in err
