"""The report of a day: which day, which profile, what the page says."""

import json
import re
from html.parser import HTMLParser

import pytest

from shared.config.base_tables import Text, WaitLimit
from shared.config.calendar_tables import CalendarTable, DayType
from shared.config.fingerprint import profile_hash
from shared.config.load import load_profile
from shared.config.profile import Profile
from shared.domain.event import (
    PROFILE_PUBLISHED,
    TICKET_DIVERTED,
    TICKET_JOINED,
    Event,
    Value,
)
from shared.reports.day import DayMissing, LogBroken, LogForeign, ProfileMissing, day_report
from shared.reports.day_html import render_day
from shared.reports.day_json import to_json
from simulator.model.plan import load_plan
from simulator.model.run import run_day
from tests.shared.metrics.days import (
    S,
    called,
    closed,
    issued,
    left,
    opened,
    rated,
    served_again,
    started,
    suspended,
    visit_event,
)
from tests.support.profiles import without_service

NEIGHBOURHOOD = load_profile("neighbourhood")


@pytest.fixture(scope="module")
def events() -> list[Event]:
    """A simulated day."""
    return run_day(load_plan("neighbourhood"), seed=1, day=0).events


class Page(HTMLParser):
    """Tags that are open when the page ends, and everything it would fetch."""

    VOID = frozenset({"meta", "input", "br", "link", "img"})

    def __init__(self) -> None:
        super().__init__()
        self.open: list[str] = []
        self.fetched: list[str] = []
        self.identifiers: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag not in self.VOID:
            self.open.append(tag)
        for name, value in attrs:
            if name == "id":
                self.identifiers.append(value or "")
            if name in ("src", "href", "xlink:href") and not (value or "").startswith("#"):
                self.fetched.append(value or "")

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.handle_starttag(tag, attrs)
        if tag not in self.VOID:
            self.open.pop()

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop() == tag


def test_page_is_whole_and_stands_alone(events: list[Event]) -> None:
    """Well-formed, no identifier twice, nothing fetched, both languages, four pictures."""
    html = render_day(day_report(events, NEIGHBOURHOOD))
    page = Page()
    page.feed(html)
    assert page.open == []
    assert page.fetched == []
    assert len(page.identifiers) == len(set(page.identifiers))
    assert html.count("<svg") == 4
    assert html.count("@font-face") == 2
    assert re.search(r'<main id="page-zh" lang="zh">.*人民路支行', html, re.DOTALL)
    assert re.search(r'<main id="page-en" lang="en">.*Renmin Road branch', html, re.DOTALL)
    assert "http" not in re.sub(r'xmlns(:\w+)?="[^"]*"', "", html)


def test_page_says_the_verdict_in_plain_words() -> None:
    """Waits 60 s and 900 s, and one who left after 1,000 s: one of three within 10 min."""
    day = [
        opened(),
        issued("1", 32_400),
        called("1", 32_460, "1"),
        started("1", 32_470),
        issued("2", 32_500),
        closed("1", 33_000),
        rated("1", 33_010, 5),
        issued("3", 33_100),
        called("2", 33_400, "1"),
        left("3", 34_100),
    ]
    html = render_day(day_report(day, NEIGHBOURHOOD)).replace("\u00a0", " ")
    english = html[html.index('<main id="page-en"') :]
    sentence = (
        "Within 10 min: 33.3 % of customers were called (promised: at least 80 %). "
        "Missed by 2 customers."
    )
    assert f'<li class="no">{sentence}</li>' in english
    assert '<li class="yes">Within 20 min: 100.0 % of customers' in english
    assert "1 of 1 visits were rated; 100.0 % of the marks are 4 or 5" in english


SALARY = DayType(
    id="salary",
    name=Text(zh="发薪日", en="Pay day"),
    waits=(WaitLimit(within_min=25, share=0.9),),
)


def test_a_day_is_measured_by_the_limits_of_its_type() -> None:
    """The log says what type the calendar made of the day; other days keep the branch's limits."""
    profile = NEIGHBOURHOOD.model_copy(update={"calendar": CalendarTable(types=(SALARY,))})
    usual = [opened(), issued("1", 32_400), called("1", 33_600, "1")]
    busy = [usual[0]._replace(data={**usual[0].data, "day_type": "salary"}), *usual[1:]]
    shown = []
    for day in (usual, busy):
        report = day_report(day, profile)
        verdicts = report.figures.verdicts
        shown.append((report.day_type, [(v.limit.within_s, v.is_kept) for v in verdicts]))
    assert shown == [
        ("ordinary", [(600, False), (1200, True), (1800, True)]),
        ("salary", [(1500, True)]),
    ]
    html = render_day(day_report(busy, profile))
    assert "Within 25 min" in html.replace("\u00a0", " ")


def test_page_and_json_say_for_how_many_the_clock_stood_and_who_went_elsewhere() -> None:
    day = [
        opened(),
        issued("1", 32_400),
        issued("2", 32_400),
        issued("3", 32_400),
        *suspended(32_460),
        *served_again(33_060),
        visit_event(TICKET_DIVERTED, "2", 33_100, way="machine", by="lena"),
        visit_event(TICKET_JOINED, "1", 33_100, companion="3", needs=["cash"], added=[]),
        called("1", 33_600, "1"),
    ]
    report = day_report(day, NEIGHBOURHOOD)
    html = render_day(report)
    assert "For 3 customers the standard&#39;s clock stood, 30.0 min in all" in html
    assert "1 went on somebody else&#39;s ticket and 1 another way" in html
    assert "有 3 位客户的标准计时曾经停止" in html
    found = to_json(report)["waiting"]
    assert isinstance(found, dict)
    assert [found[key] for key in ("left", "joined", "diverted", "clock_stood")] == [0, 1, 1, 3]
    assert (found["clock_stood_s"], found["mean_s"]) == (1800, 1200)
    assert found["within"][0] == {"limit_s": 600, "share_0_1": 1.0, "counted": 1}


def test_a_day_without_anybody() -> None:
    html = render_day(day_report([opened()], NEIGHBOURHOOD))
    assert "nobody was called, so nothing can be said" in html
    assert html.count("<svg") == 0


def test_json_is_plain_and_has_the_same_figures(events: list[Event]) -> None:
    report = day_report(events, NEIGHBOURHOOD)
    found = json.loads(json.dumps(to_json(report), allow_nan=False))
    assert found["day"] == "2026-01-05"
    assert found["waiting"]["arrived"] == report.figures.waiting.arrived
    assert found["waiting"]["mean_s"] == report.figures.waiting.mean_s
    assert sum(w["arrived"] for w in found["by_half_hour"].values()) == found["waiting"]["arrived"]
    assert [line["is_kept"] for line in found["standard"]] == [
        verdict.is_kept for verdict in report.figures.verdicts
    ]


def test_the_last_day_is_reported_unless_another_is_named() -> None:
    days = [opened("2026-01-05"), issued("1", 40_000), opened("2026-01-06")]
    assert day_report(days, NEIGHBOURHOOD).day == "2026-01-06"
    named = day_report(days, NEIGHBOURHOOD, "2026-01-05")
    assert named.figures.waiting.arrived == 1
    with pytest.raises(DayMissing, match=r"2026-01-07.*2026-01-05, 2026-01-06"):
        day_report(days, NEIGHBOURHOOD, "2026-01-07", "log.csv")


@pytest.mark.parametrize(
    "wrong",
    [issued("1", 1, service="loan"), issued("1", 1, segment="vip"), called("1", 1, "9")],
)
def test_a_log_of_another_branch_is_refused(wrong: Event) -> None:
    with pytest.raises(LogForeign, match="--profile"):
        day_report([opened(), wrong], NEIGHBOURHOOD, log="log.csv")


def test_a_log_that_contradicts_itself_is_refused() -> None:
    with pytest.raises(LogBroken):
        day_report([opened(), called("1", 5)], NEIGHBOURHOOD)


def published(profile: Profile, at_s: int) -> Event:
    """The event that puts a profile in force."""
    data: dict[str, Value] = {"profile": profile_hash(profile), "version": profile.version}
    return Event(PROFILE_PUBLISHED, at_s * S, at_s * S, data=data)


def test_each_part_of_a_day_is_read_with_the_profile_that_held() -> None:
    """Wealth is offered until the next morning, when it goes."""
    less = without_service("wealth")
    days = [
        opened("2026-01-05"),
        issued("1", 40_000, service="wealth"),
        opened("2026-01-06"),
        published(less, 86_400),
        issued("2", 86_500),
    ]
    library = {profile_hash(less): less}
    first = day_report(days, NEIGHBOURHOOD, "2026-01-05", library=library)
    assert (first.profile.version, list(first.figures.by_service)) == ("2026-12", ["wealth"])
    last = day_report(days, NEIGHBOURHOOD, library=library)
    assert (last.profile.version, list(last.figures.by_service)) == ("less", ["cash"])
    gone = [*days, issued("3", 86_600, service="wealth")]
    with pytest.raises(LogForeign, match="wealth"):
        day_report(gone, NEIGHBOURHOOD, library=library)


def test_a_profile_that_was_not_given_is_named() -> None:
    less = without_service("wealth")
    with pytest.raises(ProfileMissing, match=rf"“less” \({profile_hash(less)}\).*--profile"):
        day_report([opened(), published(less, 5)], NEIGHBOURHOOD, log="log.csv")
