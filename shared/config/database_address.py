"""Where the database lies: a SQLite file, or a PostgreSQL server's address."""

from dataclasses import dataclass, field
from pathlib import Path
from typing import Annotated, Final
from urllib.parse import SplitResult, urlsplit

from pydantic import BeforeValidator
from pydantic_core import PydanticCustomError
from pydantic_settings import NoDecode

SCHEMES: Final = ("postgresql", "postgres")


@dataclass(frozen=True, slots=True)
class PostgresAddress:
    """A ``postgresql://`` address. As text it shows server, user and name, never the password."""

    url: str = field(repr=False)

    def __str__(self) -> str:
        """The address without its password and parameters."""
        parts = urlsplit(self.url)
        return f"postgresql://{parts.netloc.rpartition('@')[2]}{parts.path}"


def read_address(given: object) -> object:
    """A path or an address out of what was typed; anything but text is left as it is.

    Raises:
        PydanticCustomError: it is an address, but not one of a PostgreSQL database.
    """
    if not isinstance(given, str):
        return given
    scheme, mark, _ = given.partition("://")
    if not mark:
        return Path(given)
    if scheme not in SCHEMES:
        raise _wrong("it is neither a file nor an address such as postgresql://user@server/name")
    return PostgresAddress(_checked(given).geturl())


def _checked(given: str) -> SplitResult:
    """The parts of the address; nothing in the refusal repeats what was typed."""
    if "#" in given:
        raise _wrong("the address holds a #; write %23 where the password has one")
    try:
        parts = urlsplit(given)
        _ = parts.port
    except ValueError as error:
        raise _wrong("the server or its port in the address makes no sense") from error
    if not parts.path.strip("/"):
        raise _wrong("the address names no database; write postgresql://user@server/name")
    return parts._replace(scheme=SCHEMES[0])


def _wrong(said: str) -> PydanticCustomError:
    return PydanticCustomError("database_address", said)


#: The type of a setting; environment variables are taken as they are, not as JSON.
DatabaseAddress = Annotated[Path | PostgresAddress, BeforeValidator(read_address), NoDecode]
