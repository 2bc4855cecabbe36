"""One group of commands: decided one after the other, written in one transaction."""

from collections.abc import Callable, Mapping
from typing import Final

from shared.domain.errors import KeyReused
from shared.domain.event import DAY_OPENED
from shared.services.attendance import is_anything_due, open_day
from shared.services.lobby import Entry, Lobby
from shared.store.job import Command, Done, Job, Look, News
from shared.store.phone_blank import blanked, filled
from shared.store.unit_of_work import KeptAnswer, NewAnswer, UnitOfWork

ANSWERS_KEPT_US: Final = (
    48 * 3600 * 1_000_000
)  # a key is repeated within seconds; two days is ample
#: An answer that tells a secret. It lies until the next one like it is given, or the next day.
SECRETS_KEPT_US: Final = 10 * 60 * 1_000_000


class Group:
    """The jobs that are served together, and what came of them."""

    def __init__(self, jobs: list[Job], now_us: int) -> None:
        """``now_us`` is the one time at which all of them are decided."""
        self.now_us = now_us
        self.commands = [job for job in jobs if isinstance(job, Command)]
        self.looks = [job for job in jobs if isinstance(job, Look)]
        self.news = sorted({job.branch for job in jobs if isinstance(job, News)})
        self.branches = sorted({job.branch for job in jobs})  # locked in this order everywhere
        self.written: dict[str, list[Entry]] = {}  # by whomever, in the order of the log
        self._answers: list[Callable[[], None]] = []

    def is_only_looking(self, lobbies: Mapping[str, Lobby]) -> bool:
        """Whether nothing has to be written: no command, and the day is open already."""
        if self.commands:
            return False
        return all(
            b in lobbies and not is_anything_due(lobbies[b], self.now_us) for b in self.branches
        )

    def hear(self, branch: str, entries: list[Entry]) -> None:
        """Note what others have written, so that it is told here too."""
        if entries:
            self.written.setdefault(branch, []).extend(entries)

    def decide(self, work: UnitOfWork, lobby: Lobby, prev_hash: str) -> None:
        """Decide and write the commands for one branch; its lock is held, its lobby up to date."""
        branch = lobby.branch.rules.branch
        mine = [c for c in self.commands if c.branch == branch]
        kept = work.kept_answers((branch, c.key) for c in mine if c.key)
        entries = lobby.take(open_day(lobby, self.now_us))
        entries += lobby.let_time_pass(self.now_us)
        if any(entry.event.kind == DAY_OPENED for entry in entries):
            work.forget_answers(self.now_us - ANSWERS_KEPT_US)
        for command in mine:
            entries += self._judge(work, lobby, command, kept)
        if entries:
            work.append(branch, entries, prev_hash)
            self.hear(branch, entries)

    def answer(self, lobbies: Mapping[str, Lobby]) -> None:
        """After the commit: everybody hears what came of the job."""
        for answer in self._answers:
            answer()
        for look in self.looks:
            self._show(look, lobbies[look.branch])

    def _judge(
        self,
        work: UnitOfWork,
        lobby: Lobby,
        command: Command,
        kept: dict[tuple[str, str], KeptAnswer],
    ) -> list[Entry]:
        """Run one command: its events are applied and its answer is prepared, or it is refused."""
        place = (command.branch, command.key)
        if command.key and place in kept:
            self._repeat(work, command, kept[place])
            return []
        try:
            decision = command.decide(lobby, self.now_us)
        except Exception as error:  # noqa: BLE001 - refusals, and a bug must not harm the others
            self._refuse(command, error)
            return []
        if decision.profile is not None:
            work.keep_profile(lobby, decision.profile, self.now_us)
        entries = lobby.carry_out(decision.events, self.now_us)
        message = decision.answer(lobby)
        body = None if message is None else message.model_dump_json()
        work.keep_tokens(command.branch, decision.tokens)
        work.keep_pages(command.branch, decision.pages)
        if command.key:
            blank = blanked(body or "", decision.tokens)
            kept[place] = KeptAnswer(command.digest, blank)
            made_us = self._made_us(work, decision.is_secret)
            work.keep_answers(
                [NewAnswer(command.branch, command.key, command.digest, blank, made_us)]
            )
        self._answers.append(lambda: command.future.set_result(Done(body)))
        return entries

    def _made_us(self, work: UnitOfWork, is_secret: bool) -> int:
        """From when on an answer is kept; one that tells a secret as though it were old already."""
        if not is_secret:
            return self.now_us
        work.forget_answers(self.now_us - ANSWERS_KEPT_US)
        return self.now_us - ANSWERS_KEPT_US + SECRETS_KEPT_US

    def _repeat(self, work: UnitOfWork, command: Command, kept: KeptAnswer) -> None:
        """The kept answer, with a new address of the phone page where it has one."""
        if kept.digest != command.digest:
            self._refuse(command, KeyReused())
            return
        body, tokens = filled(kept.body)
        work.keep_tokens(command.branch, tokens)
        done = Done(body or None, is_repeated=True)
        self._answers.append(lambda: command.future.set_result(done))

    def _refuse(self, command: Command, error: Exception) -> None:
        self._answers.append(lambda: command.future.set_exception(error))

    def _show(self, look: Look, lobby: Lobby) -> None:
        try:
            seen = look.see(lobby, self.now_us)
        except Exception as error:  # noqa: BLE001 - as above
            look.future.set_exception(error)
        else:
            look.future.set_result(seen)
