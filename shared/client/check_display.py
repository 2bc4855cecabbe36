"""`lobby check`: whether windows can be opened here."""

from collections.abc import Callable, Iterator

from shared.config.finding import Asked, Finding, Verdict
from shared.i18n import error_sentence, translate
from shared.ui.app import DisplayLibrariesMissing, DisplayMissing, check_display


def check_windows(asked: Asked, look: Callable[[], None] = check_display) -> Iterator[Finding]:
    """A screen and the libraries for it; a server needs neither, so that a lack only warns."""
    try:
        look()
    except (DisplayMissing, DisplayLibrariesMissing) as error:
        yield Finding(Verdict.WARNING, error_sentence(error, asked.language))
    else:
        text = translate("Check", "Windows can be opened.", language=asked.language)
        yield Finding(Verdict.OK, text)
