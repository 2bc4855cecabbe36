"""`lobby check`: the database, without changing anything in it."""

from collections.abc import Iterator
from contextlib import closing

from shared.config.finding import Asked, Finding, Verdict
from shared.config.settings import read_settings
from shared.i18n import translate
from shared.store.engine import Database
from shared.store.migrate import HEAD, revision


def check_database(asked: Asked) -> Iterator[Finding]:
    """Whether it is there, answers, and has the tables of this program.

    Raises:
        SettingInvalid, StoreUnavailable.
    """
    with closing(Database(read_settings(database=asked.database or None).database)) as database:
        if not database.is_shared and not database.path.is_file():
            text = translate(
                "Check",
                "There is no database %1 yet: lobby serve makes it.",
                database.address,
                language=asked.language,
            )
            yield Finding(Verdict.SKIPPED, text)
            return
        database.check()
        yield _schema(asked.language, str(database.address), revision(database))


def _schema(language: str, address: str, found: str) -> Finding:
    if found == HEAD:
        text = translate("Check", "Database %1, schema %2.", address, found, language=language)
        return Finding(Verdict.OK, text)
    if found < HEAD:
        text = translate(
            "Check",
            "Database %1 has schema %2, this program %3: back it up (lobby db backup), "
            "then run lobby db migrate.",
            address,
            found or "0",
            HEAD,
            language=language,
        )
        return Finding(Verdict.WARNING, text)
    text = translate(
        "Check",
        "Database %1 has schema %2, newer than this program's %3: install the newer program.",
        address,
        found,
        HEAD,
        language=language,
    )
    return Finding(Verdict.FAILED, text)
