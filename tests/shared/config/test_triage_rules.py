"""The defaults of triage: which documents, saving and machines a way has that says nothing."""

from collections.abc import Mapping

from shared.config.load import load_profile
from shared.config.profile import Profile
from shared.config.triage_rules import to_triage
from shared.domain.triage import Hour, MachineState, Situation, Way, offers

PROFILE = load_profile("neighbourhood")


def ways_of_cash(*ways: Mapping[str, object], **triage: object) -> tuple[Way, ...]:
    """The ways of cash, written like this in the profile."""
    raw = PROFILE.model_dump()
    services = list(raw["services"])
    services[0] = services[0] | {"ways": ways}
    profile = Profile.model_validate(raw | {"services": services, "triage": triage})
    return to_triage(profile).services["cash"].ways


def test_what_is_not_said_about_a_way() -> None:
    needs = frozenset({"id-card", "card-or-passbook"})
    kinds = ("machine", "counter", "adviser", "appointment", "later")
    assert ways_of_cash(*({"kind": kind} for kind in kinds), saves_min=7.0) == (
        Way("machine", needs, saves_min=7.0, machines=("atm-1",)),
        Way("counter", needs),
        Way("adviser"),
        Way("appointment", saves_min=7.0),
        Way("later", saves_min=7.0),
    )


def test_a_service_without_ways_has_the_counter() -> None:
    assert ways_of_cash() == (Way("counter", frozenset({"id-card", "card-or-passbook"})),)


def test_what_is_said_wins() -> None:
    given = {
        "kind": "machine",
        "saves_min": 0.0,
        "needs_documents": (),
        "segments": ("key",),
        "machines": ("atm-1",),
        "usual_min": 3.0,
        "is_only_when_missing": True,
    }
    assert ways_of_cash(given) == (
        Way(
            "machine",
            saves_min=0.0,
            is_only_when_missing=True,
            segments=frozenset({"key"}),
            machines=("atm-1",),
            usual_min=3.0,
        ),
    )


def test_the_city_branch_leads_to_its_machines_and_never_the_elderly() -> None:
    rules = to_triage(load_profile("city"))
    situation = Situation(
        counter_wait_min={"cash": 18.0},
        machines={"atm-1": MachineState(False), "atm-2": MachineState(True, 3.0)},
        later={"cash": Hour(in_min=120.0, wait_min=4.0)},
    )
    ordinary = offers(rules, "cash", "ordinary", frozenset(), situation)
    priority = offers(rules, "cash", "priority", frozenset(), situation)
    assert [(o.way, o.machine, o.saves_min) for o in ordinary] == [
        ("machine", "atm-2", 15.0),
        ("counter", None, None),
        ("later", None, 14.0),
    ]
    assert [o.way for o in priority] == ["counter", "later", "machine"]
