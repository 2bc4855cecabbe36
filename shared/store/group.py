"""One group of commands: decided one after the other, written in one transaction."""

from collections.abc import Callable, Iterable
from functools import partial
from typing import Final

from shared.domain.errors import KeyReused, LobbyError, RuleRefused
from shared.domain.event import DAY_OPENED
from shared.services.attendance import open_day
from shared.services.lobby import Entry, Lobby
from shared.store.answers import KeptAnswer, NewAnswer
from shared.store.job import Command, Done, Job, Look, News, Survey
from shared.store.kept_refusal import kept_refusal, refusal_in
from shared.store.lobbies import Lobbies
from shared.store.phone_blank import blanked, filled
from shared.store.unit_of_work import UnitOfWork

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
        self.surveys = [job for job in jobs if isinstance(job, Survey)]
        self.anew = {job.branch for job in jobs if isinstance(job, News) and job.is_anew}
        self.news = sorted({job.branch for job in jobs if isinstance(job, News)})
        self.written: dict[str, list[Entry]] = {}  # by whomever, in the order of the log
        self.kept: list[NewAnswer] = []  # what every repetition hears from now on
        self._branches = {job.branch for job in jobs if not isinstance(job, Survey)}
        self._unusable: dict[str, Exception] = {}
        self._came: list[tuple[Command, Done | Exception]] = []  # these rest on what is written
        self._refused: list[tuple[Command, Exception]] = []  # these on nothing
        self._kept: dict[tuple[str, str], KeptAnswer] = {}

    def to_write(self, lobbies: Lobbies) -> list[str]:
        """The branches with a command, or with something due, in the order of locks everywhere."""
        commanded = {command.branch for command in self.commands}
        return sorted(b for b in self._branches if b in commanded or lobbies.is_due(b, self.now_us))

    def recall(self, work: UnitOfWork, branches: Iterable[str]) -> None:
        """What was answered before to commands for these branches; their locks are held."""
        wanted = set(branches)
        keys = ((c.branch, c.key) for c in self.commands if c.key and c.branch in wanted)
        self._kept = work.kept_answers(keys)

    def give_up(self, branch: str, error: Exception) -> None:
        """Nothing can be done for this branch: its jobs hear why, those of others go on."""
        self._unusable[branch] = error
        for command in self._of(branch):
            self._refuse(command, error)

    def refuse_absorbing(self, branch: str, error: Exception) -> None:
        """What the other server has decided cannot be taken now."""
        for command in self._of(branch):
            if command.is_absorbing:
                self._refuse(command, error)

    def refuse(self, branch: str, error: Exception) -> None:
        """This server may not decide for the branch; what only looks goes on."""
        for command in self._of(branch):
            if not command.is_absorbing:
                self._refuse(command, error)

    def is_absorbing(self, branch: str) -> bool:
        """Whether one of the commands for this branch takes what another server has decided."""
        return any(command.is_absorbing for command in self._of(branch))

    def _of(self, branch: str) -> list[Command]:
        return [command for command in self.commands if command.branch == branch]

    def usable(self, branches: Iterable[str]) -> list[str]:
        """Those of them that were not given up."""
        return [branch for branch in branches if branch not in self._unusable]

    def hear(self, branch: str, entries: list[Entry]) -> None:
        """Note what others have written, so that it is told here too."""
        if entries:
            self.written.setdefault(branch, []).extend(entries)

    def decide(self, work: UnitOfWork, lobby: Lobby, prev_hash: str) -> None:
        """Decide and write the commands for one branch; its lock is held, its lobby up to date."""
        self._write(work, lobby, prev_hash, self._of(lobby.branch.rules.branch), is_whole=True)

    def absorb(self, work: UnitOfWork, lobby: Lobby, prev_hash: str) -> None:
        """As ``decide``, for what another server has decided: nothing else, and no time passes."""
        mine = [c for c in self._of(lobby.branch.rules.branch) if c.is_absorbing]
        self._write(work, lobby, prev_hash, mine, is_whole=False)

    def _write(
        self,
        work: UnitOfWork,
        lobby: Lobby,
        prev_hash: str,
        mine: list[Command],
        *,
        is_whole: bool,
    ) -> None:
        branch = lobby.branch.rules.branch
        entries: list[Entry] = []
        if is_whole:
            entries += lobby.take(open_day(lobby, self.now_us))
            entries += lobby.let_time_pass(self.now_us)
        if any(entry.event.kind == DAY_OPENED for entry in entries):
            work.forget_answers(self.now_us - ANSWERS_KEPT_US)
        for command in mine:
            entries += self._judge(work, lobby, command)
        if entries:
            work.append(branch, entries, prev_hash)
            self.hear(branch, entries)

    @property
    def is_owed(self) -> bool:
        """Whether somebody is still to be answered by ``answer``."""
        return bool(self._came)

    def answer(self, error: LobbyError | None = None) -> None:
        """When others know of it: what came of the commands; with ``error`` that instead.

        A refusal that was kept is no other: the server that lacks it would carry the command out.
        """
        for command, came in self._came:
            _end(command, came if error is None else error)

    def answer_refused(self) -> None:
        """After the commit: whoever was refused, with nothing kept, waits for nobody."""
        for command, error in self._refused:
            _end(command, error)

    def answer_absorbing(self) -> None:
        """After the commit: whoever takes back a journal does not wait for others to know of it."""
        came, self._came = self._came, []
        for command, said in came:
            if command.is_absorbing:
                _end(command, said)
            else:
                self._came.append((command, said))

    def show(self, lobbies: Lobbies) -> None:
        """After the commit: whoever only looks sees how things stand."""
        for look in self.looks:
            self._show(look, lobbies)
        for survey in self.surveys:
            self._answer(survey, partial(survey.see, lobbies.all()))

    def _judge(self, work: UnitOfWork, lobby: Lobby, command: Command) -> list[Entry]:
        """Run one command: its events are applied and its answer is prepared, or it is refused."""
        place = (command.branch, command.key)
        if command.key and place in self._kept:
            self._repeat(work, command, self._kept[place])
            return []
        first = lobby.branch.sequence + 1
        try:
            decision = command.decide(lobby, self.now_us)
        except Exception as error:  # noqa: BLE001 - refusals, and a bug must not harm the others
            if command.key and isinstance(error, RuleRefused):
                self._keep(work, lobby, command, first, kept_refusal(error), self.now_us)
                self._came.append((command, error))
            else:
                self._refuse(command, error)
            return []
        if decision.profile is not None:
            work.keep_profile(lobby, decision.profile, self.now_us)
        entries = lobby.carry_out(decision.events, self.now_us)
        message = decision.answer(lobby)
        body = None if message is None else message.model_dump_json()
        work.keep_tokens(command.branch, decision.tokens)
        work.keep_pages(command.branch, decision.pages)
        if command.beside is not None:
            command.beside(work, entries)
        if command.key:
            blank = blanked(body or "", decision.tokens)
            made_us = self._made_us(work, decision.is_secret)
            self._keep(work, lobby, command, first, blank, made_us)
        self._came.append((command, Done(body)))
        return entries

    def _keep(
        self,
        work: UnitOfWork,
        lobby: Lobby,
        command: Command,
        first: int,
        body: str,
        made_us: int,
    ) -> None:
        """What every repetition of this command hears, whatever has happened since."""
        branch, key, digest = command.branch, command.key, command.digest
        self._kept[branch, key] = KeptAnswer(digest, body)
        last = lobby.branch.sequence
        self.kept.append(NewAnswer(branch, key, digest, body, made_us, first, last))
        work.keep_answers(self.kept[-1:])

    def _made_us(self, work: UnitOfWork, is_secret: bool) -> int:
        """From when on an answer is kept; one that tells a secret as though it were old already."""
        if not is_secret:
            return self.now_us
        work.forget_answers(self.now_us - ANSWERS_KEPT_US)
        return self.now_us - ANSWERS_KEPT_US + SECRETS_KEPT_US

    def _repeat(self, work: UnitOfWork, command: Command, kept: KeptAnswer) -> None:
        """The kept refusal or answer, with a new address of the phone page where it has one."""
        if kept.digest != command.digest:
            self._came.append((command, KeyReused()))
            return
        if refusal := refusal_in(kept.body):
            self._came.append((command, refusal))
            return
        body, tokens = filled(kept.body)
        work.keep_tokens(command.branch, tokens)
        self._came.append((command, Done(body or None, is_repeated=True)))

    def _refuse(self, command: Command, error: Exception) -> None:
        self._refused.append((command, error))

    def _show(self, look: Look, lobbies: Lobbies) -> None:
        if error := self._unusable.get(look.branch):
            look.future.set_exception(error)
        else:
            self._answer(look, lambda: look.see(lobbies[look.branch], self.now_us))

    def _answer(self, job: Look | Survey, see: Callable[[], object]) -> None:
        try:
            seen = see()
        except Exception as error:  # noqa: BLE001 - as above
            job.future.set_exception(error)
        else:
            job.future.set_result(seen)


def _end(command: Command, came: Done | Exception) -> None:
    if isinstance(came, Exception):
        command.future.set_exception(came)
    else:
        command.future.set_result(came)
