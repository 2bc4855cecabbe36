"""A recorded day once more: every call comes out again; another policy has the same customers."""

import json
from dataclasses import replace
from pathlib import Path

import pytest

from shared.config.rules import to_rules
from shared.domain.event import TICKET_CALLED
from shared.reports.day import DayMissing, LogForeign, ProfileMissing
from shared.reports.event_log import save_log
from simulator.model.other_policy import VariantUnknown, other_policy
from simulator.model.plan import load_plan
from simulator.model.shift import Shift, Stint
from simulator.replaying.prove import prove
from simulator.replaying.recorded_day import RecordedDay, recorded_day
from simulator.replaying.relive import given
from simulator.replaying.replay import OTHER, RECORDED, SAME, Replayed, replay
from tests.simulator.command_line import lobby
from tests.simulator.replaying_days import CITY, fewer, live_day, simulated_day


@pytest.fixture(scope="module")
def live(tmp_path_factory: pytest.TempPathFactory) -> RecordedDay:
    """A live day with everything in it."""
    return live_day(tmp_path_factory.mktemp("live"), 7)


def mean_s(found: Replayed, version: str) -> float:
    """Everybody's mean wait in one version of the day."""
    (lived,) = (each for each in found.versions if each.name == version)
    return lived.groups["everybody"].mean_s


def test_every_call_of_a_live_day_is_reproduced(live: RecordedDay) -> None:
    """Holds, transfers, calls out of order, an outage, another policy from noon on."""
    kinds = {event.kind for event in live.events}
    assert kinds >= {
        "ticket.held",
        "ticket.transferred",
        "ticket.no_show",
        "incident.declared",
        "profile.published",
    }
    rules = {event.data["rule"] for event in live.events if event.kind == TICKET_CALLED}
    assert "picked" in rules
    proof = prove(live)
    assert proof.wrong == []
    assert proof.calls == sum(event.kind == TICKET_CALLED for event in live.events) > 50


def test_another_policy_decides_otherwise_in_the_same_states(live: RecordedDay) -> None:
    """First come first served against what was lived: some calls, not all."""
    proof = prove(live, other_policy(live.profile, "first_come", None))
    assert proof.wrong == []
    assert proof.others is not None
    assert 0 < proof.others < proof.calls


def test_a_call_that_was_altered_is_named(live: RecordedDay) -> None:
    """Somebody else was called."""
    events = list(live.events)
    place = next(i for i, e in enumerate(events) if e.kind == TICKET_CALLED and e.data["waiting"])
    rule = {**events[place].data, "rule": "only_one", "score": 0}
    events[place] = events[place]._replace(data=rule)
    altered = recorded_day(events, live.profile, live.library, "live.csv")
    assert len(prove(altered).wrong) == 1


@pytest.mark.parametrize("name", ["city", "neighbourhood", "payday"])
def test_a_day_lived_again_makes_every_call_at_the_same_microsecond(name: str) -> None:
    """Same rules, same shifts, given customers: the model gives the day back."""
    plan = load_plan(name)
    found = replay(simulated_day(plan, 2))
    assert found.proof.wrong == []
    assert found.same == found.calls > 100
    assert mean_s(found, SAME) == mean_s(found, RECORDED)
    assert [version.name for version in found.versions] == [RECORDED, SAME]


def test_who_moves_between_counters_moves_when_the_day_is_lived_again() -> None:
    """One leaves the counter to somebody else at noon, works at another, and is back at three."""
    plan = load_plan("neighbourhood")
    noon_us, three_us = 12 * 3_600_000_000, 15 * 3_600_000_000
    opens_us = plan.opens_us
    moves = [
        ("1", "anna", opens_us, noon_us),
        ("1", "bert", noon_us, three_us),
        ("1", "anna", three_us, None),
        ("2", "anna", noon_us, three_us),
        ("3", "carl", opens_us, None),
        ("4", "dora", opens_us, None),
    ]
    shifts = tuple(Shift(where, who, (Stint(begins, ends),)) for where, who, begins, ends in moves)
    found = replay(simulated_day(replace(plan, shifts=shifts), 3))
    assert found.same == found.calls > 100


def test_a_counter_less_makes_waits_longer() -> None:
    """The same customers with other shifts."""
    found = replay(simulated_day(CITY, 2), shifts=fewer(CITY).shifts)
    assert mean_s(found, OTHER) > 1.1 * mean_s(found, RECORDED)


def test_a_live_day_can_be_lived_again(live: RecordedDay) -> None:
    """Several stops are taken as one and counted; nobody is invented or lost."""
    found = replay(live, other_policy(live.profile, "strict", None))
    recorded, _, otherwise = (version.groups["everybody"] for version in found.versions)
    joined = sum(visit.state == "joined" for visit in live.visits())
    assert found.given.several > 0
    assert otherwise.arrived == recorded.arrived - joined


def test_who_left_has_just_that_patience() -> None:
    """All others have more than they waited, or stay for ever."""
    day = simulated_day(CITY, 2)
    rules = to_rules(CITY.profile)
    visits = {visit.ticket: visit for visit in day.visits()}
    for mean_min in (None, 30.0):
        found = given(day, rules, mean_min, 1)
        for ticket, customer in zip(found.tickets, found.customers, strict=True):
            visit = visits[ticket]
            ended_us = visit.ended_us if visit.called_us is None else visit.called_us
            waited_us = (ended_us or visit.seen_until_us) - visit.issued_us
            if visit.has_left:
                assert customer.patience_us == waited_us
            elif mean_min is None:
                assert customer.patience_us == -1
            else:
                assert customer.patience_us > waited_us


def test_command(capsys: pytest.CaptureFixture[str], tmp_path: Path) -> None:
    """A day of the city branch under another preset; then with a profile that did not hold."""
    log = tmp_path / "log.csv"
    save_log(log, simulated_day(CITY, 2).events)
    words = ["sim", "replay", "--log", log, "--profile", "city", "--preset", "first_come"]
    code, out, err = lobby(capsys, *words, "--json", "-")
    figures = json.loads(out)
    assert (code, err) == (0, "")
    assert figures["calls"] == figures["calls_that_follow_from_the_rules"]
    assert [version["name"] for version in figures["versions"]] == [RECORDED, SAME, OTHER]
    code, out, err = lobby(capsys, *words)
    assert (code, err) == (0, "")
    assert f"{figures['calls']} calls, {figures['calls']} of them as the rules give" in out
    code, _, err = lobby(capsys, *words[:4])
    assert (code, "does not have" in err) == (1, True)


def test_what_cannot_be_replayed_is_refused(live: RecordedDay) -> None:
    """No such day, a profile that was published and not given, another branch's, no such preset."""
    with pytest.raises(DayMissing):
        recorded_day(live.events, live.profile, live.library, "live.csv", "2020-01-01")
    with pytest.raises(ProfileMissing):
        recorded_day(live.events, live.profile, {}, "live.csv")
    with pytest.raises(LogForeign):
        recorded_day(simulated_day(CITY, 1).events, live.profile, {}, "live.csv")
    with pytest.raises(VariantUnknown):
        other_policy(live.profile, "strikt", None)
