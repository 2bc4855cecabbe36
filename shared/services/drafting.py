"""Use cases of changes to the profile: hand in, decide, publish, go back to what held before."""

from collections.abc import Callable
from dataclasses import dataclass

from shared.config.difference import Change, differences
from shared.config.fingerprint import profile_hash
from shared.config.profile import Profile
from shared.config.review import Finding, Review, review
from shared.domain import drafting
from shared.domain.draft_refused import DraftChangesNothing, DraftStale
from shared.domain.errors import LobbyError, ProfileInvalid
from shared.domain.event import Event
from shared.domain.refused import NotByStandIn
from shared.i18n.refusing import said_in
from shared.services.actor import Actor
from shared.services.decision import Decision
from shared.services.lobby import Lobby
from shared.services.publication import publish


@dataclass(frozen=True, slots=True)
class Written:
    """A change as it is looked at: its identifier, author and base, and what its text says."""

    id: str
    author: str
    base: str
    read: Review

    @classmethod
    def of(cls, draft: str, author: str, base: str, text: str) -> "Written":
        """Read and check the text (half a second for a large one: not in the writer's thread)."""
        return cls(draft, author, base, review(text))

    def sound(self) -> Profile:
        """The profile that it would put in force.

        Raises:
            ProfileInvalid: the first thing that is wrong with it.
        """
        profile = self.read.profile
        if profile is None or self.read.findings:
            raise ProfileInvalid(self.id, self.read.findings[0].sentence)
        return profile

    def hash(self) -> str:
        """The fingerprint of that profile; ProfileInvalid."""
        return profile_hash(self.sound())


#: What is decided about a change: state, time and what was written in, events out.
Step = Callable[[Lobby, int, Written, Actor], list[Event]]


def hand_in(lobby: Lobby, now_us: int, draft: Written, actor: Actor) -> list[Event]:
    """Ask somebody else to look at it, after the very checks of putting it in force.

    Raises:
        ProfileInvalid, BranchDiffers, NotByStandIn; those of ``shared.domain.drafting.hand_in``.
    """
    _refuse_by_stand_in(lobby)
    publish(lobby, now_us, draft.sound(), actor.staff)
    return drafting.hand_in(
        lobby.branch,
        now_us,
        draft.id,
        author=draft.author,
        base=draft.base,
        profile=draft.hash(),
        present=lobby.published,
        by=actor.staff,
    )


def approve(lobby: Lobby, now_us: int, draft: Written, actor: Actor) -> list[Event]:
    """Somebody else agrees.

    Raises:
        ProfileInvalid, NotByStandIn; those of ``shared.domain.drafting.approve``.
    """
    _refuse_by_stand_in(lobby)
    return drafting.approve(
        lobby.branch,
        now_us,
        draft.id,
        profile=draft.hash(),
        present=lobby.published,
        by=actor.staff,
    )


def send_back(lobby: Lobby, now_us: int, draft: Written, actor: Actor) -> list[Event]:
    """Somebody else wants it otherwise: DraftStateWrong, DraftNeedsAnother, NotByStandIn."""
    _refuse_by_stand_in(lobby)
    return drafting.send_back(lobby.branch, now_us, draft.id, by=actor.staff)


def withdraw(lobby: Lobby, now_us: int, draft: Written, actor: Actor) -> list[Event]:
    """Its author takes it back: DraftStateWrong, DraftOfSomebodyElse, NotByStandIn."""
    _refuse_by_stand_in(lobby)
    return drafting.withdraw(lobby.branch, now_us, draft.id, by=actor.staff)


def publish_draft(lobby: Lobby, now_us: int, draft: Written, actor: Actor) -> Decision:
    """Put an approved change in force.

    Raises:
        What ``publish`` raises, and ``shared.domain.drafting.published``.
    """
    profile = draft.sound()
    decision = publish(lobby, now_us, profile, actor.staff)
    told = drafting.published(
        lobby.branch,
        now_us,
        draft.id,
        profile=profile_hash(profile),
        present=lobby.published,
        by=actor.staff,
    )
    return Decision([*decision.events, told], decision.answer, profile=profile)


def restore(lobby: Lobby, now_us: int, profile: Profile, instead_of: str, actor: Actor) -> Decision:
    """An earlier profile holds again. One person is enough: it was approved when it was new.

    Raises:
        What ``publish`` raises; DraftStale: something else holds than the caller knows.
        DraftChangesNothing: it holds already.
    """
    if instead_of != lobby.published:
        raise DraftStale(lobby.published)
    decision = publish(lobby, now_us, profile, actor.staff)
    if not decision.events:
        raise DraftChangesNothing
    told = drafting.undone(
        lobby.branch,
        now_us,
        profile=profile_hash(profile),
        present=lobby.published,
        by=actor.staff,
    )
    return Decision([*decision.events, told], decision.answer, profile=profile)


def findings(lobby: Lobby, now_us: int, read: Review, language: str) -> list[Finding]:
    """All that keeps a text from being put in force now: its own faults, then those of today."""
    found = [Finding(said_in(each.sentence, language), each.line) for each in read.findings]
    if found or read.profile is None:
        return found
    try:
        publish(lobby, now_us, read.profile)
    except ProfileInvalid as error:
        return [Finding(said_in(error.params[1], language))]
    except LobbyError as error:
        return [Finding(said_in(error, language))]
    return []


def changes(before: Profile, read: Review) -> list[Change]:
    """What differs from a profile; nothing while the text cannot be read."""
    return [] if read.profile is None else differences(before, read.profile)


def _refuse_by_stand_in(lobby: Lobby) -> None:
    if lobby.branch.holder:
        raise NotByStandIn
