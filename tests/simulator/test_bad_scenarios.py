"""Scenarios that cannot be simulated: each is refused in one sentence that names the place."""

import time
import tracemalloc
from pathlib import Path

import pytest

from shared.domain.errors import ScenarioInvalid
from shared.domain.phrase import Phrase
from shared.i18n import error_sentence
from shared.i18n.refusing import said_in
from simulator.model.plan import load_plan
from tests.simulator.command_line import lobby

GOOD = """schema_version = 1
name = { zh = "坏", en = "bad" }
profile = "neighbourhood"
days = 2
[demand]
half_hours_per_hour = [20, 25, 28, 28, 25, 21, 15, 13, 13, 17, 22, 23, 22, 18, 15, 9]
mix = [{ service = "cash", segment = "ordinary", share = 30 }]
[kiosk]
count = 1
[[service_times]]
service = "cash"
time = { distribution = "lognormal", mean_min = 6.5, cv = 0.7 }
[[patience]]
time = { distribution = "exponential", mean_min = 60 }
[[staffing]]
counter = "1"
pauses = [{ begins = "11:30", ends = "12:10", reason = "lunch" }]
[[staffing]]
counter = "2"
"""
RATES = "half_hours_per_hour = [20, 25, 28, 28, 25, 21, 15, 13, 13, 17, 22, 23, 22, 18, 15, 9]"
TIME = 'time = { distribution = "lognormal", mean_min = 6.5, cv = 0.7 }'
WAYS = "demand: Give one of half_hours_per_hour, per_hour, steps and times_min."
SHIPPED = "Choose one of: neighbourhood, city. Or write a path relative to this file."
#: What is written instead of what, and the sentence after "Scenario bad.toml: ".
BAD = [
    # rates and numbers of customers
    ("[20, 25", "[-20, 25", "demand.half_hours_per_hour.1: It must be at least 0 (found: -20)."),
    ("[20, 25", "[nan, 25", "demand.half_hours_per_hour.1: Write a number (found: nan)."),
    ("[20, 25", "[inf, 25", "demand.half_hours_per_hour.1: It must be at most 2,000 (found: inf)."),
    (RATES, "per_hour = 1e9", "demand.per_hour: It must be at most 2,000 (found: 1000000000.0)."),
    (
        "[20, 25",
        "[25",
        "demand.half_hours_per_hour: 15 figures, but there are 16 half-hours from opening to the "
        "last ticket. Give one for each.",
    ),
    (RATES, "times_min = [-5]", "demand.times_min.1: It must be at least 0 (found: -5)."),
    (RATES, "times_min = [600]", "demand.times_min.1: 600 is after the last ticket."),
    (RATES, "", WAYS),
    (RATES, f"{RATES}\nper_hour = 20", WAYS),
    ("days = 2", "days = 1000000000", "days: It must be at most 100,000 (found: 1000000000)."),
    ("days = 2", "days = 0", "days: It must be at least 1 (found: 0)."),
    # classes
    (
        '[{ service = "cash"',
        '[{ service = "crypto"',
        "demand.mix.1.service: there is no “crypto”. Choose one of: cash, account, transfer, "
        "wealth, lost, other.",
    ),
    (
        '"ordinary"',
        '"ordinari"',
        "demand.mix.1.segment: there is no “ordinari”. Did you mean “ordinary”?",
    ),
    (
        '[{ service = "cash"',
        '[{ service = "wealth"',
        "demand.mix.1: no staffed counter serves “wealth” for “ordinary”. Staff one that does, or "
        "remove this line.",
    ),
    ("share = 30", "share = 0", "demand.mix.1.share: It must be above 0 (found: 0)."),
    (
        '[{ service = "cash", segment = "ordinary", share = 30 }]',
        "[]",
        "demand.mix: The list is too short; name more (found: []).",
    ),
    # times
    ("6.5", "nan", "service_times.1.time.mean_min: Write a number (found: nan)."),
    ("cv = 0.7", "cv = -0.7", "service_times.1.time.cv: It must be at least 0 (found: -0.7)."),
    (
        "[kiosk]",
        '[[appointments]]\nservice = "cash"\nsegment = "ordinary"\n[kiosk]',
        "appointments.1.service: the profile has no appointments for “cash”. Add [[appointments]] "
        "there, or remove this line.",
    ),
    ("count = 1", "count = -1", "kiosk.count: It must be at least 0 (found: -1)."),
    # who works when
    (
        'counter = "2"',
        'counter = "2"\nopens = "15:00"\ncloses = "10:00"',
        "staffing.2: 15:00, 10:00 do not follow one another. Put them in this order.",
    ),
    (
        '"11:30", ends = "12:10"',
        '"07:30", ends = "08:10"',
        "staffing.1: 09:00, 07:30, 08:10, 17:00 do not follow one another. Put them in this order.",
    ),
    (
        'counter = "2"',
        'counter = "1"',
        "staffing.2.counter: “1” is taken by staffing.1 until 17:00. Let the two follow one "
        "another.",
    ),
    (
        'counter = "1"\npauses = [{ begins = "11:30", ends = "12:10", reason = "lunch" }]\n'
        '[[staffing]]\ncounter = "2"',
        'counter = "1"\nperson = "7"\ncloses = "12:00"\n'
        '[[staffing]]\ncounter = "2"\nperson = "7"\ncloses = "10:00"',
        "staffing.1.person: “7” is taken by staffing.2 until 10:00. Let the two follow one "
        "another.",
    ),
    (
        "[kiosk]",
        '[[walks]]\ncounter = "9"\nwalk_s = 5\n[kiosk]',
        "walks.1.counter: there is no “9”. Choose one of: 1, 2, 3, 4.",
    ),
    (
        "[kiosk]",
        '[[walks]]\ncounter = "1"\nwalk_s = 5\n' * 2 + "[kiosk]",
        "walks.2.counter: “1” stands in walks.1 too. Keep one of them.",
    ),
    ('"2"', '"22"', "staffing.2.counter: there is no “22”. Did you mean “2”?"),
    (
        '"lunch"',
        '"lunsh"',
        "staffing.1.pauses: there is no reason “lunsh”. Did you mean “lunch”?",
    ),
    (
        '"11:30"',
        '"25:30"',
        "staffing.1.pauses.1.begins: Write a time such as 09:30 (found: 25:30).",
    ),
    # the day, the profile, the file
    (
        "days = 2",
        'days = 2\ndate = "2026-02-30"',
        "date: “2026-02-30” is no date. Write it like 2026-01-15.",
    ),
    ('"neighbourhood"', '"nowhere"', f"profile: there is no “nowhere”. {SHIPPED}"),
    (
        '"neighbourhood"',
        '"bad.toml"',
        "profile: “bad.toml” is this scenario itself. Name the profile of a branch.",
    ),
    ("days = 2", "day = 2", "day: this key is not known. Did you mean “days”?"),
    (GOOD, "", "name: this key is missing. Add it."),
    (
        GOOD,
        "no TOML",
        "Expected '=' after a key in a key/value pair (at line 1, column 4). Correct the TOML "
        "there.",
    ),
    (GOOD, "a = " + "[" * 3000, "lists stand too deep in one another for TOML."),
]


@pytest.mark.parametrize(("before", "after", "sentence"), BAD)
def test_refused_in_one_sentence_that_names_the_place(
    capsys: pytest.CaptureFixture[str], tmp_path: Path, before: str, after: str, sentence: str
) -> None:
    """Exit code 1, nothing on stdout, no traceback."""
    assert before in GOOD
    (tmp_path / "bad.toml").write_text(GOOD.replace(before, after, 1), encoding="utf-8")
    found = lobby(capsys, "sim", "run", "--scenario", tmp_path / "bad.toml")
    assert found == (1, "", f"lobby sim: Scenario bad.toml: {sentence}\n")


@pytest.mark.parametrize(("before", "after"), [row[:2] for row in BAD])
def test_the_same_in_chinese(tmp_path: Path, before: str, after: str) -> None:
    """Nothing of it stays English but the keys of the file and what was found there."""
    (tmp_path / "bad.toml").write_text(GOOD.replace(before, after, 1), encoding="utf-8")
    with pytest.raises(ScenarioInvalid) as refusal:
        load_plan(tmp_path / "bad.toml")
    reason = refusal.value.params[1]
    assert isinstance(reason, Phrase)
    said = error_sentence(refusal.value, "zh")
    assert said == f"情景文件 bad.toml：{said_in(reason, 'zh')}"
    for word in ("there is", "Write", "Choose", "must be", "Give", "Remove", "Did you"):
        assert word not in said


def test_an_unknown_kind_of_time_is_told_the_known_ones(
    capsys: pytest.CaptureFixture[str], tmp_path: Path
) -> None:
    text = GOOD.replace(TIME, TIME.replace("lognormal", "lognorm"))
    (tmp_path / "bad.toml").write_text(text, encoding="utf-8")
    code, out, err = lobby(capsys, "sim", "run", "--scenario", tmp_path / "bad.toml")
    assert (code, out) == (1, "")
    assert err.startswith("lobby sim: Scenario bad.toml: service_times.1.time: Choose one of ")
    assert "'lognormal'" in err
    assert err.endswith(" (found: lognorm).\n")


def test_a_milliard_customers_are_refused_before_anything_is_drawn(
    capsys: pytest.CaptureFixture[str], tmp_path: Path
) -> None:
    """On one day, or on many days together; neither takes time or memory."""
    profile = Path(__file__).parents[1] / "data" / "cases" / "profile_day6.toml"
    text = profile.read_text(encoding="utf-8").replace("lasts_min = 480", "lasts_min = 40000")
    (tmp_path / "long.toml").write_text(text, encoding="utf-8")
    scenario = GOOD.replace("neighbourhood", "long.toml").replace('"cash"', '"service"')
    scenario = scenario.replace('"ordinary"', '"everybody"').replace(RATES, "per_hour = 2000")
    scenario = scenario[: scenario.index("[[staffing]]")]
    bad = tmp_path / "bad.toml"
    began = time.process_time()
    tracemalloc.start()
    bad.write_text(scenario, encoding="utf-8")
    told = lobby(capsys, "sim", "run", "--scenario", bad)
    sentence = "demand: 1,333,333 customers a day are more than 1,000,000."
    assert told == (1, "", f"lobby sim: Scenario bad.toml: {sentence}\n")
    bad.write_text(scenario.replace("2000", "1200"), encoding="utf-8")
    for words in (("run", "--scenario", bad), ("compare", bad, "--presets", "strict")):
        told = lobby(capsys, "sim", *words, "--days", 1250)
        sentence = "1,250 days of about 800,000 customers are more than 20,000,000 customers."
        assert told == (1, "", f"lobby sim: {sentence} Ask for fewer days.\n")
    _, peak = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    assert peak < 50_000_000
    assert time.process_time() - began < 10


def test_a_huge_file_is_not_read(capsys: pytest.CaptureFixture[str], tmp_path: Path) -> None:
    """A gigabyte without its bytes on the disk."""
    with (tmp_path / "huge.toml").open("wb") as file:
        file.truncate(1_000_000_000)
    code, out, err = lobby(capsys, "sim", "run", "--scenario", tmp_path / "huge.toml")
    assert (code, out) == (1, "")
    assert err.endswith(
        "huge.toml cannot be read: larger than 16 MB. Check the path and try again.\n"
    )
