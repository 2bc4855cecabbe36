"""What the page of the profile works on: the changes, the versions, and the one that is open."""

from collections.abc import Callable
from typing import Final

from PySide6.QtCore import QObject, QTimer, Signal, Slot

from counter.desk.profile.writing import Writing
from counter.desk.shell.session import Desk
from shared.client.ports import Failure
from shared.config.profile import Profile
from shared.config.review import review
from shared.domain.errors import ProfileInvalid
from shared.i18n import translate
from shared.protocol.base import Message, Request
from shared.protocol.draft import (
    DraftList,
    DraftView,
    PreviewView,
    RestoreVersion,
    SayOfDraft,
    Versions,
    VersionText,
    VersionView,
)
from shared.protocol.profile import ProfilePublished

#: So often one asks whether a preview is done.
PREVIEW_MS: Final = 1000


class ProfileWork(QObject):
    """The lists and what is open.

    Signals:
        changed: other lists, or another state of what is open.
        opened: something else is open.
        textChanged: its text is another one.
        settling: what is still being typed is to be written now.
    """

    changed = Signal()
    opened = Signal()
    textChanged = Signal()
    settling = Signal()

    def __init__(self, desk: Desk) -> None:
        """Nothing has been asked yet."""
        super().__init__()
        self._desk = desk
        self.drafts: tuple[DraftView, ...] = ()
        self.versions: tuple[VersionView, ...] = ()
        self.present = ""
        self.open: Writing | None = None
        self.previewed: PreviewView | None = None
        self._bases: dict[str, Profile] = {}
        self._wish = 0  # counts what somebody wanted to see; a late answer is to an older wish
        self._again_soon = QTimer(self, interval=PREVIEW_MS, singleShot=True)
        self._again_soon.timeout.connect(self._ask_preview)

    @property
    def staff(self) -> str:
        """Who is here."""
        return self._desk.session.staff if self._desk.session else ""

    def refresh(self) -> None:
        """Ask the server."""
        self._desk.look_up("profile/drafts", DraftList, self._listed)
        self._desk.look_up("profile/versions", Versions, self._held)

    def begin(self) -> None:
        """A new change of what holds now."""
        present = self.present
        if self.may_leave():
            show = self._shower()
            self._with_base(present, lambda base: show(Writing.new(base, present)))

    def may_leave(self) -> bool:
        """Whether nothing would be lost if something else were opened; says so otherwise."""
        self.settling.emit()
        if self.open is None or not self.open.is_dirty:
            return True
        sentence = translate("Profile", "Keep this change first (Ctrl+S): it would be lost.")
        self._desk.refuse(Failure("", sentence))
        return False

    def choose(self, draft: str) -> None:
        """Open a change, with its text."""
        if self.open is not None and self.open.id == draft:
            self._wish += 1  # what was wanted in between is not wanted any more
        elif self.may_leave():
            self._load(draft)

    def _load(self, draft: str) -> None:
        show = self._shower()

        def came(view: DraftView) -> None:
            self._with_base(view.base, lambda base: show(Writing.of(view, base)))

        self._desk.look_up(f"profile/drafts/{draft}", DraftView, came)

    def _shower(self) -> Callable[[Writing], None]:
        """What shows an answer, unless something else was wanted or typed since."""
        self._wish += 1
        wish, before = self._wish, self.open

        def show(writing: Writing) -> None:
            is_other = before is None or before.id != writing.id
            if wish == self._wish and not (is_other and self.open and self.open.is_dirty):
                self._show(writing)

        return show

    def write(self, change: Callable[[Writing], None]) -> None:
        """Change what is open; everything else follows."""
        if self.open is not None:
            change(self.open)
            self.textChanged.emit()

    def bring_over(self) -> None:
        """Put what is open on the profile that holds now."""
        present, brought = self.present, self.open

        def over(base: Profile) -> None:
            if self.open is brought:
                self.write(lambda writing: writing.bring_over(base, present))
                self.opened.emit()

        self._with_base(present, over)

    # ------------------------------------------------------------ steps

    def save(self, then: Callable[[], object] | None = None) -> None:
        """Keep what is open; ``then`` is done when the server has it."""
        self.settling.emit()
        writing = self.open
        if writing is None:
            return
        try:
            sent = writing.request()
        except ValueError:
            sentence = translate("Profile", "The reason or the text is too long, or empty.")
            self._desk.refuse(Failure("", sentence))
            return

        def kept(view: DraftView) -> None:
            self.settling.emit()
            writing.view, writing.is_dirty = view, writing.request_is_not(sent)
            self._took(view)
            if then is not None and self.open is writing and not writing.is_dirty:
                then()

        self._desk.order(f"profile/drafts/{writing.id}", sent, DraftView, kept, method="PUT")

    def hand_in(self) -> None:
        """Keep it, and ask somebody else."""
        self.save(lambda: self._step("hand-in"))

    def withdraw(self) -> None:
        """Take it back."""
        self._step("withdraw")

    def approve(self) -> None:
        """Agree to somebody else's change."""
        self._step("decision/approve", SayOfDraft())

    def send_back(self, note: str) -> None:
        """Say what it lacks."""
        self._step("decision/send-back", SayOfDraft(note=note))

    def publish(self) -> None:
        """Put it in force."""
        self._step("publish", None, ProfilePublished)

    def preview(self) -> None:
        """Ask what the last ordinary day would have been under it; ask on until it is known."""
        if self.open is not None:
            path = f"profile/drafts/{self.open.id}/preview"
            self._desk.order(path, None, PreviewView, self._previewer(self.open.id))

    def cancel_preview(self) -> None:
        """Not any more."""
        if self.open is not None:
            path = f"profile/drafts/{self.open.id}/preview"
            self._desk.order(
                path, None, PreviewView, self._previewer(self.open.id), method="DELETE"
            )

    @Slot()
    def _ask_preview(self) -> None:
        if self.open is not None:
            path = f"profile/drafts/{self.open.id}/preview"
            self._desk.look_up(path, PreviewView, self._previewer(self.open.id))

    def _previewer(self, draft: str) -> Callable[[PreviewView], None]:
        """What takes the preview of this change, and of no other."""

        def came(view: PreviewView) -> None:
            if self.open is None or self.open.id != draft:
                return
            self.previewed = view
            if view.state == "running":
                self._again_soon.start()
            self.changed.emit()

        return came

    def restore(self, profile: str) -> None:
        """An earlier profile holds again."""
        if not self.may_leave():
            return
        command = RestoreVersion(profile=profile, instead_of=self.present)
        self._desk.order(
            "profile/restore", command, ProfilePublished, lambda _answer: self._again(self.open)
        )

    def _step(
        self, name: str, command: Request | None = None, answer: type[Message] = DraftView
    ) -> None:
        writing = self.open
        if writing is None:
            return
        path = f"profile/drafts/{writing.id}/{name}"
        self._desk.order(path, command, answer, lambda _answer: self._again(writing))

    def _again(self, writing: Writing | None) -> None:
        """Look at it anew, if it is still open and nothing was typed since."""
        if writing is not None and self.open is writing and not writing.is_dirty:
            self._load(writing.id)
        self.refresh()

    # ------------------------------------------------------------ what came

    def _with_base(self, version: str, then: Callable[[Profile], object]) -> None:
        if version in self._bases:
            then(self._bases[version])
            return

        def came(found: VersionText) -> None:
            read = review(found.text)
            if read.profile is None:  # written by another program: say so
                refusal = ProfileInvalid(found.version, read.findings[0].sentence)
                self._desk.refuse(Failure(refusal.code, str(refusal), params=refusal.params))
                return
            self._bases[version] = read.profile
            then(read.profile)

        if version:
            self._desk.look_up(f"profile/versions/{version}", VersionText, came)

    def _show(self, writing: Writing) -> None:
        self.open, self.previewed = writing, None
        self._again_soon.stop()
        self.opened.emit()
        self.changed.emit()

    def _took(self, view: DraftView) -> None:
        others = (each for each in self.drafts if each.id != view.id)
        self.drafts = (view, *others)
        self.changed.emit()

    def _listed(self, answer: DraftList) -> None:
        self.drafts, self.present = answer.drafts, answer.present
        self.changed.emit()

    def _held(self, answer: Versions) -> None:
        self.versions = answer.versions
        self.changed.emit()
