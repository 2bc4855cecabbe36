"""Pages and workbooks of simulated days: what they say is what was worked out."""

import re
from dataclasses import replace
from pathlib import Path

import openpyxl
import pytest

from shared.domain.errors import EnvironmentFailed
from simulator.experiment.compare import compare
from simulator.experiment.compare_result import comparison_json
from simulator.experiment.findings import Findings
from simulator.experiment.parameters import ParameterShare
from simulator.experiment.precision import Precision
from simulator.experiment.replicate import Study, replicate
from simulator.experiment.result import to_json
from simulator.experiment.variant import Variant, overloads, presets
from simulator.model.plan import load_plan
from simulator.report.comparison_page import render_comparison
from simulator.report.sheets import comparison_sheets, study_sheets
from simulator.report.study_page import render_study
from simulator.report.workbook import flat, write_workbook
from tests.simulator.honesty import without

PLAN = load_plan("neighbourhood")
#: The first of them may have to compile the kernel.
pytestmark = pytest.mark.timeout(400)


@pytest.fixture(scope="module")
def study() -> Study:
    """Four days."""
    return replicate(PLAN, 4, seed=2)


def texts(page: str) -> str:
    """What a reader sees."""
    body = re.sub(r"<svg.*?</svg>|<style>.*?</style>", "", page, flags=re.DOTALL)
    return " ".join(re.sub(r"<[^>]+>", " ", body).split())


def test_page_stands_alone_in_both_languages(study: Study) -> None:
    """Pictures and font inside, nothing fetched, the same mean wait twice."""
    page = render_study(Findings(study, 2))
    assert page.count("<svg") == 4
    assert not re.search(r'(src|href)="(?!#|data:)', page)
    wait = study.everybody().mean_wait_s
    mean = f"{wait.estimate / 60:.1f}±{wait.half_width / 60:.1f}"
    read = texts(page)
    assert f"平均等待（分钟） {mean}" in read
    assert f"Mean wait, min {mean}" in read
    assert "Days simulated: 4 (type of day: ordinary, seed 2)." in read


def test_page_warns_when_parameters_dominate(study: Study) -> None:
    """In both languages, with both figures; and says that a precision was not reached."""
    share = ParameterShare(30.0, 90.0, {"arrivals": 90.0})
    findings = Findings(study, 2, precision=Precision(0.01, 0.2), parameters=share)
    read = texts(render_study(findings))
    assert "uncertain by ± 1.5 min, more than the simulated days do (± 0.5 min)" in read
    assert "± 1.5 分钟的不确定，超过模拟日带来的 ± 0.5 分钟" in read
    assert "to within 1.0% of itself: after 4 days it is 20.0%. Allow more days." in read


def test_comparison_page_shows_each_group_under_each_variant() -> None:
    """Also when one variant has no counter at noon."""
    variants = [Variant("now", PLAN), Variant("fewer", without(PLAN, "1", 11, 13))]
    found = compare(PLAN, "scenario", "now", variants, 3, seed=1)
    read = texts(render_comparison(found, 1))
    difference = found.wait_difference_s("fewer", "everybody")
    shown = f"{difference.estimate / 60:.1f}±{difference.half_width / 60:.1f}"
    assert f"fewer {found.outcome('fewer').figures('everybody').arrived_a_day.estimate:.1f}" in read
    assert shown in read
    sheet = comparison_sheets(comparison_json(found, 1))["groups"]
    assert [line["variant"] for line in sheet] == ["now"] * len(found.groups) + ["fewer"] * len(
        found.groups
    )


def test_presets_and_rules_have_their_names_in_both_languages() -> None:
    """No identifier of the profile is left for a reader to guess."""
    day = load_plan("payday120")
    for variants, english, chinese in (
        (presets(day, ["strict", "capped"]), "Strict priority", "严格优先"),
        (overloads(day, ["none", "alternate"]), "Taking turns", "轮流"),
    ):
        names = [variant.name for variant in variants]
        read = texts(render_comparison(compare(day, "preset", names[1], variants, 2, 1), 1))
        assert (english in read, chinese in read) == (True, True)
        assert [name for name in (*names, "pay-day") if name in read] == []
        assert "Days simulated: 2 (type of day: Pay day, seed 1)." in read


def test_flat_lines_have_units_in_their_heads() -> None:
    """Limits stand in the name, nested figures behind a point."""
    found = {"wait_s": {"estimate": 1.5}, "over": [{"limit_s": 600, "estimate": 0.5}], "x": None}
    assert flat(found) == {"wait_s.estimate": 1.5, "over.over_600_s.estimate": 0.5, "x": None}


def test_workbook_holds_numbers(study: Study, tmp_path: Path) -> None:
    """Read back: the same figures, and text that looks like a formula is text."""
    figures = to_json(Findings(study, 2))
    figures["scenario"] = "=1+1"
    write_workbook(tmp_path / "figures.xlsx", study_sheets(figures))
    book = openpyxl.load_workbook(tmp_path / "figures.xlsx")
    assert book.sheetnames == [
        "about",
        "groups",
        "half-hours",
        "services by half-hour",
        "hall",
        "counters",
    ]
    heads, first = [[cell.value for cell in row] for row in book["groups"][1:2]]
    everybody = dict(zip(heads, first, strict=True))
    assert everybody["mean_wait_s.estimate"] == pytest.approx(
        study.everybody().mean_wait_s.estimate
    )
    assert book["about"]["B2"].data_type == "s"


def test_a_workbook_that_cannot_be_written_is_refused(tmp_path: Path) -> None:
    """One sentence."""
    with pytest.raises(EnvironmentFailed):
        write_workbook(tmp_path / "nowhere" / "figures.xlsx", {"sheet": [{"a": 1}]})


def test_one_day_has_no_intervals() -> None:
    """A page can be made of it all the same."""
    one = replicate(replace(PLAN), 1, seed=2)
    assert "±" not in texts(render_study(Findings(one, 2))).replace("± 是", "").replace("± is", "")
