"""How often something may happen, as people write it: "5/20" is 5 a second, 20 at once."""

import re
from dataclasses import dataclass
from typing import Annotated, Final

from pydantic import BeforeValidator
from pydantic_settings import NoDecode

WRITTEN: Final = re.compile(r"(\d{1,6}(?:\.\d{1,4})?)/(\d{1,6})")


@dataclass(frozen=True, slots=True)
class Pace:
    """``per_s`` times a second in the long run (0: no limit), ``burst`` times at once."""

    per_s: float
    burst: int


UNLIMITED: Final = Pace(0.0, 0)


def read_pace(written: object) -> object:
    """The pace in a text such as "5/20" or "off"; anything else is left to the validation.

    Raises:
        ValueError: the text is none.
    """
    if not isinstance(written, str):
        return written
    if written == "off":
        return UNLIMITED
    found = WRITTEN.fullmatch(written)
    if found is None or float(found[1]) <= 0 or int(found[2]) < 1:
        raise ValueError("write it like 5/20 (5 a second, 20 at once), or off")
    return Pace(float(found[1]), int(found[2]))


#: NoDecode: the environment holds the text, not JSON.
WrittenPace = Annotated[Pace, NoDecode, BeforeValidator(read_pace)]
