"""What came of a preview, in a few lines: how long people waited, and would have."""

from shared.i18n import translate
from shared.protocol.draft import PreviewView, Waited


def preview_words(view: PreviewView | None) -> str:
    """Nothing, how far it is, or the figures of everybody: before and after."""
    if view is None or view.state == "none":
        return ""
    day = view.day or ""
    if view.state == "running":
        return translate("Profile", "%1 is being lived again under this change …", day)
    if view.state == "failed":
        return translate("Profile", "%1 could not be lived again: %2", day, view.reason)
    lines = [translate("Profile", "%1 lived again, before → with this change:", day)]
    lines += [_line(before, after) for before, after in zip(view.before, view.after, strict=False)]
    trust = translate(
        "Profile",
        "One day, no interval. %1 of %2 first calls came back as recorded: trust it so far.",
        view.first_calls_same,
        view.first_calls,
    )
    return "\n".join([*lines, trust])


def _line(before: Waited, after: Waited) -> str:
    return translate(
        "Profile",
        "%1: mean wait %2 → %3 min, longest %4 → %5 min, over the standard %6 → %7 %, left %8 → %9",
        translate("Profile", "everybody") if before.group == "everybody" else before.group,
        *(_minutes(v) for v in (before.mean_wait_s, after.mean_wait_s)),
        *(_minutes(v) for v in (before.longest_wait_s, after.longest_wait_s)),
        *(_share(v) for v in (before.over_0_1, after.over_0_1)),
        before.left,
        after.left,
    )


def _minutes(seconds: float | None) -> str:
    return "–" if seconds is None else f"{seconds / 60:.1f}"


def _share(share: float | None) -> str:
    return "–" if share is None else f"{share * 100:.0f}"
