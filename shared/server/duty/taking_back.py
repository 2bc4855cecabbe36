"""A branch server takes back what its stand-in has decided: all of it, each thing once."""

import logging
from collections.abc import Sequence
from dataclasses import replace
from typing import TYPE_CHECKING, Final

from shared.protocol.journal import Journal
from shared.protocol.stand_in import Beat, HandOver, TermJournal
from shared.services import journals
from shared.services.decision import Decision, PageDigest
from shared.services.lobby import Entry, Lobby
from shared.store.charge_log import called_after
from shared.store.credentials import take_sessions
from shared.store.group import ANSWERS_KEPT_US
from shared.store.job import Command
from shared.store.lines import hash_at
from shared.store.unit_of_work import UnitOfWork

if TYPE_CHECKING:
    from shared.server.duty.pusher import PushingBranch

log = logging.getLogger(__name__)

#: How long the writer may take over one journal; the stand-in waits longer than that.
PATIENCE_S: Final = 10.0


def take_back(duty: "PushingBranch") -> tuple[str, ...]:
    """The journals are in the log when this comes back; the names of their terms.

    Raises:
        LineRefused, ServerUnreachable: the stand-in decides on, or waits.
        NotInCharge: it took too long; nothing of the journal is in the log.
        StoreUnavailable.
    """
    beat = duty.beat()
    over = duty.line.ask(HandOver, "POST", "stand-in/hand-back", Beat(beat=beat))
    duty.handed(beat)
    if hash_at(duty.database, duty.branch, over.fork) != over.fork_hash:
        log.error("stand_in.fork_differs branch=%s event=%d", duty.branch, over.fork)
    for journal in over.journals:
        if not duty.is_absorbed(journal.term):
            _absorb(duty, journal, over)
    take_sessions(duty.database, over.sessions, over.ended)
    return tuple(journal.term for journal in over.journals)


def _absorb(duty: "PushingBranch", journal: TermJournal, over: HandOver) -> None:
    """One transaction. A call of ours that the stand-in did not know of was heard by nobody.

    What the stand-in answered is answered here again; of a key that both know its answer holds,
    since it was given.
    """
    unheard = called_after(duty.database, duty.branch, over.fork)
    told = Journal.model_construct(source=journal.term, first=1, entries=journal.entries)

    def decide(lobby: Lobby, now_us: int) -> Decision:
        found = journals.take(
            lobby, now_us, told, journal.term, journals.of_stand_in, unheard=unheard
        )
        return replace(found, pages=(*found.pages, *pages))

    def keep(work: UnitOfWork, entries: Sequence[Entry]) -> None:
        from_us = duty.clock.now_us() - ANSWERS_KEPT_US
        answers = (answer for answer in journal.answers if answer.made_us >= from_us)
        work.take_answers(duty.branch, over.fork, entries, answers)

    pages = tuple(PageDigest(page.digest, page.ticket) for page in over.pages)
    command = Command(duty.branch, decide, is_absorbing=True, beside=keep)
    future = duty.writer.submit(command)
    future.result(PATIENCE_S)
    duty.absorbed(journal.term)
    log.warning(
        "stand_in.absorbed branch=%s term=%s entries=%d",
        duty.branch,
        journal.term,
        len(journal.entries),
    )
