"""The event log as CSV: nothing is lost, nothing false is read."""

import io
import json
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from shared.domain.errors import FileUnreadable
from shared.domain.event import KINDS, Event
from shared.domain.event_fields import DATA
from shared.reports.event_log import COLUMNS, LogInvalid, load_log, read_log, save_log, write_log
from shared.reports.event_schema import event_schema
from simulator.model.plan import load_plan
from simulator.model.run import run_day

TEXT = st.text(st.characters(codec="utf-8"), max_size=12)
WHOLE = st.integers(-(2**63), 2**63)
VALUES = st.none() | st.booleans() | WHOLE | TEXT | st.lists(TEXT, max_size=3)
EVENTS = st.builds(
    Event,
    st.sampled_from(KINDS),
    WHOLE,
    WHOLE,
    TEXT,
    TEXT,
    TEXT,
    st.dictionaries(TEXT, VALUES, max_size=4),
)


@given(st.lists(EVENTS, max_size=6), st.integers(1, 10**12))
def test_what_is_written_is_read(events: list[Event], first_sequence: int) -> None:
    """Line breaks, quotes, NUL characters and huge numbers included."""
    file = io.StringIO(newline="")
    assert write_log(file, events, first_sequence) == len(events)
    file.seek(0)
    assert list(read_log(file, "log.csv")) == events


def test_a_whole_day_survives_a_file(tmp_path: Path) -> None:
    events = run_day(load_plan("neighbourhood"), seed=1, day=0).events
    save_log(tmp_path / "day.csv", events)
    assert load_log(tmp_path / "day.csv") == events


HEAD = ",".join(COLUMNS)
GOOD = '1,counter.standby,5,5,,1,1001,"{}"'


@pytest.mark.parametrize(
    ("text", "sentence"),
    [
        ("", "line 1: the columns must be"),
        ("a,b\n", "line 1: the columns must be"),
        (f"{HEAD}\n1,2\n", "line 2: 2 fields instead of 8."),
        (f"{HEAD}\n{GOOD.replace('standby', 'asleep')}\n", "no kind of event “counter.asleep”"),
        (f"{HEAD}\n{GOOD.replace('5,5', '5,x')}\n", "line 2: invalid literal"),
        (f"{HEAD}\n{GOOD.replace('{}', '[]')}\n", "line 2: data is no JSON object."),
        (f"{HEAD}\n{GOOD.replace('{}', '{')}\n", "line 2: Expecting"),
        (f"{HEAD}\n{GOOD}\n3{GOOD[1:]}\n", "line 3: event 2 is missing."),
    ],
)
def test_a_bad_line_is_named(text: str, sentence: str) -> None:
    with pytest.raises(LogInvalid) as caught:
        list(read_log(io.StringIO(text), "log.csv"))
    assert sentence in str(caught.value)


def test_a_missing_file(tmp_path: Path) -> None:
    with pytest.raises(FileUnreadable):
        load_log(tmp_path / "nothing.csv")


def test_the_schema_knows_every_field_that_a_day_writes() -> None:
    """And what it calls required is there: `lobby schema events` is what outsiders read."""
    for event in run_day(load_plan("city"), seed=1, day=0).events:
        fields = DATA.get(event.kind, {})
        required = {name for name, field in fields.items() if field.is_required}
        assert required <= set(event.data) <= set(fields), event.kind


def test_the_schema_names_all_kinds_and_columns() -> None:
    schema = event_schema()
    assert schema["required"] == list(COLUMNS)
    assert len(json.dumps(schema)) > 1000
    assert set(DATA) <= set(KINDS)
