"""What the tables of a profile are made of: short types, two-language words, hours, limits."""

from typing import Annotated, Final

from pydantic import BaseModel, ConfigDict, Field

IDENTIFIER: Final = r"^[a-z0-9][a-z0-9_-]{0,31}$"
LETTER: Final = r"^[A-Z]$"
CLOCK_TIME: Final = r"^([01]\d|2[0-3]):[0-5]\d$"

Identifier = Annotated[str, Field(pattern=IDENTIFIER)]
Letter = Annotated[str, Field(pattern=LETTER)]
ClockTime = Annotated[str, Field(pattern=CLOCK_TIME)]


class Table(BaseModel):
    """Base of all tables of the profile: unknown keys are refused, values do not change."""

    model_config = ConfigDict(extra="forbid", frozen=True)


class Text(Table):
    """Words for people in both languages."""

    zh: str = Field(min_length=1, max_length=60, description="Simplified Chinese")
    en: str = Field(min_length=1, max_length=90, description="English")

    def of(self, language: str) -> str:
        """The words in a language such as zh_CN or en; English for any other."""
        return self.zh if language.startswith("zh") else self.en


class Hours(Table):
    """Opening hours, local clock time. Tickets are given from opens to last_ticket."""

    opens: ClockTime = "09:00"
    last_ticket: ClockTime = "16:45"
    closes: ClockTime = "17:00"
    lasts_min: int | None = Field(
        default=None,
        ge=1,
        le=60_000,
        description="for studies of a queue without doors: length of the run instead of hours",
    )


class WaitLimit(Table):
    """A share of customers must be called within so many minutes."""

    within_min: float = Field(gt=0, le=600)
    share: float = Field(gt=0, le=1)
