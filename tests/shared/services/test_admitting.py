"""Whom the bank's directory vouches for: roles by groups, strangers by rule."""

import pytest

from shared.domain.sign_in_refused import NoRole, PersonUnknown
from shared.server.ids import RandomIds
from shared.services.admitting import Account, Admission, admit
from tests.shared.services.test_access import FakeStaff


def admitting(staff: FakeStaff, account: Account, admission: Admission) -> str:
    return admit(staff, RandomIds(), account, admission, counter="3", device="d1", now_us=7).role


ROLES = Admission((("leads", "lead"), ("tellers", "teller")))


def test_who_is_vouched_for_gets_the_role_of_the_first_row_that_fits() -> None:
    staff = FakeStaff()
    both = Account("anna", "Anna Neu", ("Tellers", "LEADS"))
    assert admitting(staff, both, ROLES) == "lead"
    assert staff.followed == ("anna", "Anna Neu", "lead", "hash of 2468")
    (kept,) = staff.sessions.values()
    assert (kept.staff, kept.role, kept.device, kept.counter) == ("anna", "lead", "d1", "3")


def test_list_that_agrees_with_the_directory_is_left_alone() -> None:
    staff = FakeStaff()
    assert admitting(staff, Account("anna", "Anna", ("tellers",)), ROLES) == "teller"
    assert admitting(staff, Account("anna", ""), Admission()) == "teller"
    assert staff.followed == ()


def test_stranger_is_added_only_by_rule_and_never_without_a_role() -> None:
    staff = FakeStaff()
    newcomer = Account("t77", "", ("tellers",))
    with pytest.raises(PersonUnknown):
        admitting(staff, newcomer, ROLES)
    adding = Admission(ROLES.roles, adds=True)
    with pytest.raises(NoRole):
        admitting(staff, Account("t77", "New", ("others",)), adding)
    assert not staff.followed
    assert admitting(staff, newcomer, adding) == "teller"
    assert staff.followed == ("t77", "t77", "teller", "")
