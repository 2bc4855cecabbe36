"""Whoever changes the log behind the program's back is found out."""

import pytest
from sqlalchemy import text

from shared.store.verify import verify_branch
from tests.support.lobby import BRANCH, Address, issue, running_writer

#: The log: 1 profile.published, 2 day.opened, 3 to 5 ticket.issued.
AT = "(2026-11-20, 09:30 local)"
TAMPERING = {
    "UPDATE event SET at_us = at_us - 1 WHERE sequence = 3": [
        "event 3 (2026-11-20, 09:29 local): was changed after it was",
        "ticket A001 of 2026-11-20: arrived_us not",
    ],
    "UPDATE event SET data = replace(data, 'cash', 'wealth') WHERE sequence = 3": [
        f"event 3 {AT}: was changed after it was",
        "ticket A001 of 2026-11-20: service, needs not",
    ],
    "DELETE FROM event WHERE sequence = 4": [
        "event 4 is missing before event 5",
        f"event 5 {AT}: does not hold on to the one",
        "ticket",
    ],
    "DELETE FROM event WHERE sequence = 5": ["the log ends at 4, not at 5", "ticket"],
    "UPDATE ticket SET state = 'closed' WHERE ordinal = 1": [
        "ticket A001 of 2026-11-20: state not"
    ],
    "DELETE FROM ticket WHERE ordinal = 1": ["ticket"],
    "DELETE FROM profile_version": [
        "the log cannot be replayed: the database does not hold profile"
    ],
    "UPDATE profile_version SET body = replace(body, 'cash', 'card')": [
        "Profile",
        "the log cannot be replayed: the database does not hold profile",
    ],
}


@pytest.mark.parametrize("statement", TAMPERING)
def test_tampering_is_found(address: Address, statement: str) -> None:
    with running_writer(address) as running:
        for _ in range(3):
            running.run(issue())
        with running.database.writing.begin() as connection:
            connection.execute(text(statement))
        faults = verify_branch(running.database, BRANCH).sentences
    expected = TAMPERING[statement]
    assert len(faults) == len(expected)
    assert [f[: len(e)] for f, e in zip(faults, expected, strict=True)] == expected
