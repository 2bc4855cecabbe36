"""Another profile in force: what is recorded, and what is refused before anything is."""

from datetime import datetime

import pytest

from shared.config.fingerprint import profile_hash
from shared.config.load import load_profile
from shared.config.profile import Profile
from shared.domain import booking
from shared.domain.errors import ProfileInvalid
from shared.domain.slots import slots
from shared.protocol.command import PauseCounter
from shared.protocol.event import to_us
from shared.protocol.profile import ProfilePublished
from shared.services import attendance
from shared.services.lobby import Lobby
from shared.services.publication import BranchDiffers, new_day, publish
from shared.services.views import in_call_order
from tests.support.lobby import ANNA, MINUTE_US, carry_out, issued, open_lobby
from tests.support.profiles import NEIGHBOURHOOD, first_come, without_service
from tests.support.server import local_us, morning

NOW_US = morning().now_us()


def put_in_force(lobby: Lobby, profile: Profile, now_us: int = NOW_US) -> object:
    """Publish the way the writer does."""
    decision = publish(lobby, now_us, profile)
    lobby.learn(profile_hash(profile), profile)
    return carry_out(lobby, decision)


def test_order_follows_the_new_policy_and_everybody_keeps_number_and_seniority() -> None:
    lobby = open_lobby()
    issued(lobby, NOW_US, "cash")
    issued(lobby, NOW_US + MINUTE_US, "cash", "priority")
    later_us = NOW_US + 2 * MINUTE_US
    before = {t.id: (t.number, t.senior_us, t.overtaken) for t in lobby.branch.waiting}
    assert [t.number for t in in_call_order(lobby, later_us)] == ["P001", "A001"]
    put_in_force(lobby, first_come(), later_us)
    assert [t.number for t in in_call_order(lobby, later_us)] == ["A001", "P001"]
    after = {t.id: (t.number, t.senior_us, t.overtaken) for t in lobby.branch.waiting}
    assert after == before


def test_answer_says_what_holds() -> None:
    lobby = open_lobby()
    profile = first_come()
    expected = ProfilePublished(
        profile=profile_hash(profile),
        version="noon",
        policy="first_come",
        policy_hash=lobby_hash(profile),
        sequence=2,
    )
    assert put_in_force(lobby, profile) == expected
    assert (lobby.profile, lobby.published) == (profile, expected.profile)


def lobby_hash(profile: Profile) -> str:
    """The fingerprint of the policy of a lobby with this profile."""
    return Lobby(profile).branch.rules.discipline.hash


def test_same_profile_again_records_nothing() -> None:
    lobby = open_lobby()
    first = put_in_force(lobby, first_come())
    assert publish(lobby, NOW_US, first_come()).events == []
    assert put_in_force(lobby, first_come()) == first


def test_back_to_the_old_one_is_an_event_again() -> None:
    lobby = open_lobby()
    for profile in (NEIGHBOURHOOD, first_come(), NEIGHBOURHOOD):
        assert len(publish(lobby, NOW_US, profile).events) == 1
        put_in_force(lobby, profile)
    assert lobby.profile == NEIGHBOURHOOD


def test_profile_of_another_branch_is_refused() -> None:
    with pytest.raises(BranchDiffers):
        publish(open_lobby(), NOW_US, load_profile("city"))


def test_every_contradiction_is_told() -> None:
    counters = tuple(
        c.model_copy(update={"services": ("cash", "bogus")}) for c in NEIGHBOURHOOD.counters[:1]
    )
    broken = NEIGHBOURHOOD.model_copy(update={"counters": counters})
    with pytest.raises(ProfileInvalid) as caught:
        publish(open_lobby(), NOW_US, broken)
    assert "there is no service “bogus”" in str(caught.value)
    assert "services “wealth”: no counter serves it" in str(caught.value)


def keep(name: str) -> str:
    """The sentence that refuses a profile without something that today needs."""
    return f"today's log names “{name}”, which it lacks. Keep it until tomorrow."


def refusal(lobby: Lobby, profile: Profile) -> str:
    with pytest.raises(ProfileInvalid) as caught:
        publish(lobby, NOW_US, profile)
    return caught.value.params[1]


def test_service_of_a_ticket_of_today_is_kept_until_tomorrow() -> None:
    lobby = open_lobby()
    issued(lobby, NOW_US, "wealth")
    assert refusal(lobby, without_service("wealth")) == keep("wealth")


def test_who_waits_is_still_served_for_that_segment() -> None:
    """Only one counter keeps cash, and it is for priority customers."""
    lobby = open_lobby()
    issued(lobby, NOW_US, "cash")
    few = without_service("cash", "few")
    kept = NEIGHBOURHOOD.counters[0].model_copy(update={"segments": ("priority",)})
    update = {
        "services": NEIGHBOURHOOD.services,
        "counters": (kept, *few.counters[1:]),
        "machines": NEIGHBOURHOOD.machines,
    }
    refused = refusal(lobby, few.model_copy(update=update))
    assert refused == keep("cash / ordinary")


def test_service_of_an_open_counter_is_kept_until_tomorrow() -> None:
    lobby = open_lobby()
    carry_out(lobby, attendance.open_counter(lobby, NOW_US, "4", ANNA))
    assert refusal(lobby, without_service("wealth")) == keep("wealth")
    put_in_force(lobby, without_service("transfer"))


def test_counter_where_somebody_worked_is_kept_until_tomorrow() -> None:
    lobby = open_lobby()
    carry_out(lobby, attendance.open_counter(lobby, NOW_US, "3", ANNA))
    carry_out(lobby, attendance.close_counter(lobby, NOW_US, "3", ANNA))
    without = NEIGHBOURHOOD.model_copy(
        update={"counters": tuple(c for c in NEIGHBOURHOOD.counters if c.id != "3")}
    )
    assert refusal(lobby, without) == keep("3")
    without = NEIGHBOURHOOD.model_copy(
        update={"counters": tuple(c for c in NEIGHBOURHOOD.counters if c.id != "2")}
    )
    put_in_force(lobby, without)
    assert list(lobby.branch.counters) == ["1", "3", "4"]


def test_reason_of_a_pause_is_kept_while_it_goes_on() -> None:
    lobby = open_lobby()
    carry_out(lobby, attendance.open_counter(lobby, NOW_US, "3", ANNA))
    pause = PauseCounter(reason="lunch")
    carry_out(lobby, attendance.pause_counter(lobby, NOW_US, "3", pause, ANNA))
    reasons = tuple(r for r in NEIGHBOURHOOD.pause_reasons if r.id != "lunch")
    without = NEIGHBOURHOOD.model_copy(update={"pause_reasons": reasons})
    assert refusal(lobby, without) == keep("lunch")


def test_time_zone_does_not_change_while_a_day_goes_on() -> None:
    branch = NEIGHBOURHOOD.branch.model_copy(update={"time_zone": "Europe/Madrid"})
    moved = NEIGHBOURHOOD.model_copy(update={"branch": branch})
    sentence = "today was opened in time zone Asia/Shanghai. Keep it until tomorrow."
    assert refusal(open_lobby(), moved) == sentence


def test_next_morning_yesterday_ends_first_and_hinders_nothing() -> None:
    lobby = open_lobby()
    issued(lobby, NOW_US, "wealth")
    tomorrow_us = local_us("2026-11-21T08:00")
    profile = without_service("wealth")
    events = new_day(lobby, tomorrow_us, profile)
    assert [e.kind for e in events] == ["ticket.expired", "day.opened"]
    lobby.take(events)
    put_in_force(lobby, profile, tomorrow_us)
    assert (lobby.branch.day, lobby.profile.version) == ("2026-11-21", "less")
    assert new_day(lobby, tomorrow_us, profile) == []


def book_wealth(lobby: Lobby, day: str) -> None:
    """Somebody books the first free time of that day."""
    zone = lobby.zone
    midnight_us = to_us(datetime.fromisoformat(day).replace(tzinfo=zone))
    branch = lobby.branch
    free = slots(branch, NOW_US, service="wealth", day=day, midnight_us=midnight_us)
    events = booking.book(
        branch,
        NOW_US,
        appointment=day,
        code_digest=day,
        service="wealth",
        day=day,
        midnight_us=midnight_us,
        due_us=free[0].due_us,
    )
    lobby.carry_out(events, NOW_US)


def test_who_has_booked_for_next_week_keeps_the_appointment() -> None:
    lobby = open_lobby()
    book_wealth(lobby, "2026-11-24")
    book_wealth(lobby, "2026-11-26")
    told = (
        "2 booked appointments need what it lacks (wealth); the last is on 2026-11-26. "
        "Keep it until then, or move them first."
    )
    assert refusal(lobby, without_service("wealth")) == told
    no_times = NEIGHBOURHOOD.model_copy(update={"appointments": (), "version": "none"})
    assert refusal(lobby, no_times) == told


def closing_at(closes: str, version: str) -> Profile:
    hours = NEIGHBOURHOOD.hours.model_copy(
        update={"opens": "08:00", "last_ticket": closes, "closes": closes}
    )
    update = {"hours": hours, "serves_inside_at_closing": False, "version": version}
    return NEIGHBOURHOOD.model_copy(update=update | {"appointments": ()})


def test_a_closing_time_that_has_passed_takes_nobodys_ticket() -> None:
    lobby = open_lobby()
    issued(lobby, NOW_US, "cash")
    told = (
        "it closes at 08:30, which has passed, and 1 customers inside would lose their tickets. "
        "Give a later closing time."
    )
    assert refusal(lobby, closing_at("08:30", "typo")) == told


def test_a_day_that_was_closed_by_mistake_goes_on_and_closes_at_its_time() -> None:
    lobby = open_lobby()
    put_in_force(lobby, closing_at("08:30", "typo"))
    assert [e.event.kind for e in lobby.let_time_pass(NOW_US)] == ["day.closed"]
    assert [e.event.kind for e in lobby.let_time_pass(NOW_US)] == []
    put_in_force(lobby, closing_at("17:00", "right"), NOW_US + 1)
    issued(lobby, NOW_US + 2, "cash")
    ended = lobby.let_time_pass(local_us("2026-11-20T17:00"))
    assert [e.event.kind for e in ended] == ["day.closed", "ticket.expired"]
    assert [t.state for t in lobby.branch.tickets.values()] == ["expired"]
