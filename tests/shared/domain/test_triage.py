"""Which ways are offered, in which order, with which saving."""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from shared.domain.errors import ServiceUnknown
from shared.domain.triage import (
    Hour,
    MachineState,
    Offer,
    ServiceTriage,
    Situation,
    TriageRules,
    Way,
    offers,
)

DOCUMENTS = ("id-card", "bank-card", "photo")
COUNTER = Way("counter", needs=frozenset({"id-card", "bank-card"}))
MACHINE = Way("machine", needs=frozenset({"bank-card"}), saves_min=5.0, machines=("atm-1", "atm-2"))
LATER = Way("later", saves_min=10.0)
APPOINTMENT = Way("appointment", saves_min=15.0)
ADVISER = Way("adviser", is_only_when_missing=True)

FREE = MachineState(is_working=True, wait_min=0.0)
BUSY = MachineState(is_working=True, wait_min=4.0)
BROKEN = MachineState(is_working=False, wait_min=0.0)
UNSEEN = MachineState(is_working=True)


def rules(*ways: Way) -> TriageRules:
    """A branch with one service of these ways, which takes five minutes at the counter."""
    return TriageRules(
        services={"cash": ServiceTriage(DOCUMENTS, ways, usual_min=5.0)},
        priority_segments=frozenset({"priority"}),
    )


ALL = rules(MACHINE, COUNTER, LATER, APPOINTMENT, ADVISER)


def waiting(counter_min: float | None, **known: MachineState) -> Situation:
    """So many minutes at the counter, these machines (``atm_1``), and an hour with little to do."""
    return Situation(
        counter_wait_min={} if counter_min is None else {"cash": counter_min},
        machines={name.replace("_", "-"): state for name, state in known.items()},
        appointment={"cash": Hour(in_min=1500.0, wait_min=0.0)},
        later={"cash": Hour(in_min=90.0, wait_min=2.0)},
        adviser_wait_min=0.0,
    )


def asked(
    table: TriageRules, situation: Situation, *missing: str, segment: str = "ordinary"
) -> tuple[Offer, ...]:
    """The offers for somebody with a cash matter."""
    return offers(table, "cash", segment, frozenset(missing), situation)


def ways(found: tuple[Offer, ...]) -> list[str]:
    """Only the kinds, in their order."""
    return [offer.way for offer in found]


def suspended(situation: Situation) -> Situation:
    """The same, and no tickets for cash."""
    return replace(situation, suspended=frozenset({"cash"}))


def test_a_suspended_service_is_not_offered_at_the_counter() -> None:
    assert asked(ALL, suspended(waiting(20.0, atm_1=BUSY))) == (
        Offer("machine", "suspended", machine="atm-1", is_recommended=True),
        Offer("later", "suspended", in_min=90.0),
        Offer("appointment", "suspended", in_min=1500.0),
        Offer("adviser", "suspended"),
    )


def test_suspended_and_without_documents_one_hears_of_the_documents() -> None:
    found = asked(ALL, suspended(waiting(20.0, atm_1=BUSY)), "id-card")
    assert ways(found) == ["machine", "later", "appointment", "adviser"]
    assert [offer.reason for offer in found] == [
        "possible_without",
        "come_back",
        "come_prepared",
        "advice_first",
    ]


def test_suspended_where_nothing_else_is_known_one_comes_back() -> None:
    found = asked(rules(COUNTER), suspended(Situation()), segment="priority")
    assert found == (Offer("later", "suspended", is_recommended=True),)


def test_every_way_that_saves_enough_stands_in_the_banks_order_with_its_saving() -> None:
    assert asked(ALL, waiting(20.0, atm_1=BUSY)) == (
        Offer("machine", "saves_time", saves_min=16.0, machine="atm-1", is_recommended=True),
        Offer("counter", "usual"),
        Offer("later", "saves_time", saves_min=18.0, in_min=90.0),
        Offer("appointment", "saves_time", saves_min=20.0, in_min=1500.0),
    )


def test_a_way_that_saves_too_little_is_not_offered() -> None:
    assert ways(asked(ALL, waiting(8.9, atm_1=BUSY))) == ["counter"]
    assert ways(asked(ALL, waiting(9.0, atm_1=BUSY))) == ["machine", "counter"]


def test_without_a_forecast_only_the_counter_is_offered() -> None:
    assert asked(ALL, waiting(None, atm_1=FREE)) == (
        Offer("counter", "usual", is_recommended=True),
    )
    assert asked(ALL, Situation()) == (Offer("counter", "usual", is_recommended=True),)


def test_a_way_whose_own_wait_is_unknown_is_not_offered() -> None:
    situation = Situation(
        counter_wait_min={"cash": 60.0},
        machines={"atm-1": UNSEEN},
        appointment={"cash": Hour(in_min=1500.0)},
        later={"cash": Hour(in_min=90.0)},
    )
    assert ways(asked(ALL, situation)) == ["counter"]


def test_of_several_machines_the_one_with_the_shortest_wait() -> None:
    found = asked(ALL, waiting(20.0, atm_1=BUSY, atm_2=FREE))
    assert (found[0].machine, found[0].saves_min) == ("atm-2", 20.0)


def test_a_machine_out_of_order_or_for_something_else_is_not_offered() -> None:
    assert "machine" not in ways(asked(ALL, waiting(60.0, atm_1=BROKEN, printer=FREE)))


def test_a_machine_at_which_the_matter_takes_longer_saves_less() -> None:
    slow = rules(Way("machine", saves_min=5.0, machines=("atm-1",), usual_min=12.0), COUNTER)
    assert asked(slow, waiting(20.0, atm_1=FREE))[0].saves_min == 13.0
    assert ways(asked(slow, waiting(11.9, atm_1=FREE))) == ["counter"]


def test_another_hour_beyond_the_horizon_is_not_offered() -> None:
    far = Situation(
        counter_wait_min={"cash": 60.0}, later={"cash": Hour(in_min=240.1, wait_min=0.0)}
    )
    assert ways(asked(rules(COUNTER, LATER), far)) == ["counter"]


def test_people_with_priority_need_find_the_machine_last_and_not_recommended() -> None:
    found = asked(ALL, waiting(20.0, atm_1=FREE), segment="priority")
    assert ways(found) == ["counter", "later", "appointment", "machine"]
    assert [offer.is_recommended for offer in found] == [True, False, False, False]


def test_a_way_for_certain_segments_is_for_these_only() -> None:
    table = rules(Way("machine", saves_min=5.0, machines=("atm-1",), segments=frozenset({"key"})))
    assert ways(asked(table, waiting(20.0, atm_1=FREE), segment="key")) == ["machine", "counter"]
    assert ways(asked(table, waiting(20.0, atm_1=FREE))) == ["counter"]


def test_an_adviser_needs_no_saving_but_a_given_one_counts() -> None:
    situation = Situation(counter_wait_min={"cash": 8.0}, adviser_wait_min=10.0)
    assert asked(rules(Way("adviser"), COUNTER), situation)[0] == Offer(
        "adviser", "person_there", is_recommended=True
    )
    assert ways(asked(rules(Way("adviser", saves_min=0.0), COUNTER), situation)) == ["counter"]


def test_with_the_id_card_forgotten_the_ways_out_come_first_and_the_counter_last() -> None:
    assert asked(ALL, waiting(20.0, atm_1=FREE), "id-card") == (
        Offer("machine", "possible_without", machine="atm-1", is_recommended=True),
        Offer("later", "come_back", in_min=90.0),
        Offer("appointment", "come_prepared", in_min=1500.0),
        Offer("adviser", "advice_first"),
        Offer("counter", "missing_documents", missing=("id-card",)),
    )


def test_a_machine_that_needs_what_is_missing_is_no_way_out() -> None:
    found = asked(ALL, waiting(20.0, atm_1=FREE), "bank-card", "id-card")
    assert ways(found) == ["later", "appointment", "adviser", "counter"]
    assert found[-1].missing == ("id-card", "bank-card")


def test_without_any_forecast_coming_back_with_it_is_the_way_out() -> None:
    assert asked(rules(COUNTER), Situation(), "id-card") == (
        Offer("later", "come_back", is_recommended=True),
        Offer("counter", "missing_documents", missing=("id-card",)),
    )


def test_what_the_counter_can_do_without_changes_nothing() -> None:
    situation = waiting(20.0, atm_1=FREE)
    assert asked(ALL, situation, "photo") == asked(ALL, situation)


def test_people_with_priority_need_are_not_led_to_a_machine_by_a_forgotten_paper_either() -> None:
    found = asked(ALL, waiting(20.0, atm_1=FREE), "id-card", segment="priority")
    assert ways(found) == ["later", "appointment", "adviser", "machine", "counter"]


def test_a_service_that_is_not_there() -> None:
    with pytest.raises(ServiceUnknown) as caught:
        offers(ALL, "gold", "ordinary", frozenset(), Situation())
    assert caught.value.params == ("gold", "cash")


MINUTES = st.floats(min_value=0.0, max_value=600.0)
DOCUMENT_SETS = st.frozensets(st.sampled_from(DOCUMENTS))
SEGMENTS = st.sampled_from(("ordinary", "priority", "key"))
HOURS = st.builds(Hour, in_min=MINUTES, wait_min=st.none() | MINUTES)
CASH = st.just("cash")
SITUATIONS = st.builds(
    Situation,
    counter_wait_min=st.dictionaries(CASH, MINUTES),
    machines=st.dictionaries(
        st.sampled_from(("atm-1", "atm-2", "printer")),
        st.builds(MachineState, is_working=st.booleans(), wait_min=st.none() | MINUTES),
    ),
    appointment=st.dictionaries(CASH, HOURS),
    later=st.dictionaries(CASH, HOURS),
    adviser_wait_min=st.none() | MINUTES,
)
WAYS = st.lists(
    st.builds(
        Way,
        kind=st.sampled_from(("counter", "machine", "adviser", "appointment", "later")),
        needs=DOCUMENT_SETS,
        saves_min=st.none() | MINUTES,
        is_only_when_missing=st.booleans(),
        segments=st.none() | st.frozensets(SEGMENTS, min_size=1),
        machines=st.just(("atm-1", "atm-2")),
        usual_min=st.none() | MINUTES,
    ),
    # The profile's check refuses a way given twice.
    unique_by=lambda way: way.kind,
    max_size=5,
).map(lambda drawn: rules(*drawn))


@given(WAYS, SITUATIONS, SEGMENTS, DOCUMENT_SETS)
def test_nobody_is_left_without_a_way_or_sent_to_queue_in_vain(
    table: TriageRules, situation: Situation, segment: str, missing: frozenset[str]
) -> None:
    found = asked(table, situation, *missing, segment=segment)
    [counter] = [offer for offer in found if offer.way == "counter"]
    if counter.reason == "missing_documents":
        assert found[-1] == counter
        assert ways(found).count("later") == 1
    assert [offer.is_recommended for offer in found] == [True] + [False] * (len(found) - 1)
    assert not (segment == "priority" and found[0].way == "machine")


@given(WAYS, SITUATIONS, SEGMENTS, DOCUMENT_SETS)
def test_nothing_is_offered_below_its_saving_or_without_knowing_it(
    table: TriageRules, situation: Situation, segment: str, missing: frozenset[str]
) -> None:
    least = {way.kind: way.saves_min or 0.0 for way in table.services["cash"].ways}
    for offer in asked(table, situation, *missing, segment=segment):
        if offer.reason == "saves_time":
            assert offer.saves_min is not None
            assert offer.saves_min >= least[offer.way]
        else:
            assert offer.saves_min is None
            assert offer.reason != "usual" or offer.way == "counter"


@given(WAYS, SITUATIONS, SEGMENTS, DOCUMENT_SETS)
def test_a_machine_that_is_offered_works_and_serves(
    table: TriageRules, situation: Situation, segment: str, missing: frozenset[str]
) -> None:
    for offer in asked(table, situation, *missing, segment=segment):
        if offer.way == "machine":
            assert offer.machine in ("atm-1", "atm-2")
            assert situation.machines[offer.machine].is_working


@given(WAYS, SITUATIONS, SEGMENTS, DOCUMENT_SETS, MINUTES, MINUTES)
def test_a_longer_queue_at_the_counter_takes_no_offer_away(
    table: TriageRules,
    situation: Situation,
    segment: str,
    missing: frozenset[str],
    wait_min: float,
    more_min: float,
) -> None:
    def at(counter_min: float) -> set[tuple[str, str | None, float | None]]:
        """The ways and where they lead, with so long a queue."""
        queue = Situation(
            counter_wait_min={"cash": counter_min},
            machines=situation.machines,
            appointment=situation.appointment,
            later=situation.later,
            adviser_wait_min=situation.adviser_wait_min,
        )
        found = asked(table, queue, *missing, segment=segment)
        return {(offer.way, offer.machine, offer.in_min) for offer in found}

    assert at(wait_min) <= at(wait_min + more_min)
