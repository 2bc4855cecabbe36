"""Contradictions in documents and ways, and what a screen says to have ready."""

from collections.abc import Mapping
from pathlib import Path

import pytest

from shared.config.check import problems
from shared.config.checklist import checklist
from shared.config.load import load_profile, profile_path
from shared.config.profile import Profile
from shared.domain.errors import ProfileInvalid

GOOD = load_profile("neighbourhood")
EN = {"zh": "信", "en": "letter"}


def with_service(**values: object) -> Profile:
    """The neighbourhood profile with its first service, cash, changed."""
    raw = GOOD.model_dump()
    services = list(raw["services"])
    services[0] = services[0] | values
    return Profile.model_validate(raw | {"services": services})


def with_ways(*ways: Mapping[str, object]) -> list[str]:
    """The sentences about these ways of cash."""
    return list(problems(with_service(ways=ways)))


def test_an_unknown_document() -> None:
    broken = with_service(needs_documents=("id-crad", "card-or-passbook"))
    assert list(problems(broken)) == [
        "services “cash”: there is no document “id-crad”. Did you mean “id-card”?"
    ]


def test_an_unknown_document_where_there_are_none() -> None:
    raw = GOOD.model_dump() | {"documents": ()}
    assert next(iter(problems(Profile.model_validate(raw)))) == (
        "services “cash”: there is no document “id-card”. Add it under [[documents]]."
    )


def test_a_document_with_the_id_of_another() -> None:
    raw = GOOD.model_dump()
    documents = (*raw["documents"], {"id": "phone", "name": EN})
    assert list(problems(Profile.model_validate(raw | {"documents": documents}))) == [
        "documents: “phone” stands there twice. Give each its own id."
    ]


def test_free_words_and_documents_at_once() -> None:
    assert list(problems(with_service(have_ready=(EN,)))) == [
        "services “cash”: have_ready and needs_documents say the same twice. Keep one of them."
    ]


def test_a_way_that_needs_what_nobody_is_told_to_bring() -> None:
    assert with_ways({"kind": "counter", "needs_documents": ("phone",)}) == [
        "services “cash”, way counter: nobody is told to bring “phone”. "
        "Add it to the service's needs_documents too, or remove it here."
    ]


def test_an_unknown_segment() -> None:
    assert with_ways({"kind": "counter"}, {"kind": "later", "segments": ("ordinry",)}) == [
        "services “cash”, way later: there is no segment “ordinry”. Did you mean “ordinary”?"
    ]


def test_an_unknown_machine() -> None:
    assert with_ways({"kind": "machine", "machines": ("atm-l",)}) == [
        "services “cash”, way machine: there is no machine “atm-l”. Did you mean “atm-1”?"
    ]


def test_a_machine_for_something_else() -> None:
    assert with_ways({"kind": "machine", "machines": ("atm-1", "stm-1")}) == [
        "services “cash”, way machine: machine “stm-1” does not serve it. Choose from: atm-1."
    ]


def test_a_machine_way_without_any_machine() -> None:
    raw = GOOD.model_dump()
    machines = [machine | {"services": ("transfer", "account")} for machine in raw["machines"]]
    assert list(problems(Profile.model_validate(raw | {"machines": machines}))) == [
        "services “cash”, way machine: no machine serves it. "
        "Add it to a machine's services, or remove the way."
    ]


def test_machines_on_another_way() -> None:
    assert with_ways({"kind": "counter", "machines": ("atm-1",)}) == [
        "services “cash”, way counter: machines belong to a way of the kind machine. "
        "Remove them here."
    ]


def test_a_condition_on_the_counter() -> None:
    assert with_ways({"kind": "counter", "saves_min": 5.0}) == [
        "services “cash”, way counter: saves_min has no meaning here, "
        "the counter is always open. Remove it."
    ]


def test_a_way_for_a_missing_document_where_none_is_needed() -> None:
    broken = with_service(
        needs_documents=(), ways=({"kind": "adviser", "is_only_when_missing": True},)
    )
    assert list(problems(broken)) == [
        "services “cash”, way adviser: is_only_when_missing, but nothing can be missing. "
        "Give the service needs_documents, or remove the condition."
    ]


def test_the_same_way_twice() -> None:
    assert with_ways({"kind": "later"}, {"kind": "later", "segments": ("key",)}) == [
        "services “cash”: the way later stands there twice. Keep one of them."
    ]


def test_the_same_way_for_different_customers_is_two_ways() -> None:
    ways = ({"kind": "later", "segments": (name,)} for name in ("ordinary", "key"))
    assert with_ways({"kind": "counter"}, *ways) == []


def test_a_segment_without_any_way() -> None:
    assert with_ways({"kind": "counter", "segments": ("ordinary", "priority")}) == [
        "services “cash”: “key” has no way. Add a way counter for everybody."
    ]


def test_a_saving_below_nothing(tmp_path: Path) -> None:
    text = profile_path("neighbourhood").read_text(encoding="utf-8")
    path = tmp_path / "mine.toml"
    path.write_text(text.replace("saves_min = 5", "saves_min = -5", 1), encoding="utf-8")
    with pytest.raises(ProfileInvalid) as caught:
        load_profile(path)
    assert str(caught.value) == (
        "Profile mine.toml: triage.saves_min: It must be at least 0 (found: -5)."
    )


def test_screens_name_the_documents_or_the_free_words() -> None:
    assert [text.en for text in checklist(GOOD, GOOD.services[0])] == [
        "ID card",
        "bank card or passbook",
    ]
    free = with_service(have_ready=(EN,), needs_documents=())
    assert [text.zh for text in checklist(free, free.services[0])] == ["信"]
