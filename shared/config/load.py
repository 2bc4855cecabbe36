"""Reading a TOML file into a typed table, or one sentence that says what to correct."""

import json
import tomllib
from collections.abc import Mapping
from importlib.resources import files
from pathlib import Path
from typing import TypeVar

from pydantic import BaseModel, ValidationError
from pydantic_core import ErrorDetails

from shared.config import base_tables
from shared.config.check import problems
from shared.config.naming import suggestion
from shared.config.profile import Profile
from shared.domain.errors import FileUnreadable, InputInvalid, ProfileInvalid
from shared.domain.phrase import Phrase, phrase

Model = TypeVar("Model", bound=BaseModel)

#: No profile or scenario is larger; a file that is would take minutes to say so.
MOST_BYTES = 16_000_000
#: Profiles that ship with the product, by the name that commands accept.
SHIPPED = ("neighbourhood", "city")


def load_profile(name_or_path: str | Path) -> Profile:
    """The profile in a TOML or JSON file, or a shipped one by its name ("neighbourhood", "city").

    Raises:
        FileUnreadable: no such file.
        ProfileInvalid: the first thing that is wrong, with its place and a way out.
    """
    path = profile_path(name_or_path)
    profile = load_toml(path, Profile, ProfileInvalid)
    for problem in problems(profile):
        raise ProfileInvalid(path.name, problem)
    return profile


def profile_path(name_or_path: str | Path) -> Path:
    """Where the profile lies: the shipped file of that name, or the path as given."""
    if str(name_or_path) in SHIPPED:
        return Path(str(files("shared.config") / "profiles" / f"{name_or_path}.toml"))
    return Path(name_or_path)


def load_toml(path: Path, model: type[Model], refusal: type[InputInvalid]) -> Model:
    """The file as ``model``; ``refusal(file name, sentence)`` for the first thing that is wrong.

    A file whose name ends in .json is read as JSON: versions come out of the database so.
    """
    return checked(read_table(path, refusal), path.name, model, refusal)


def read_table(path: Path, refusal: type[InputInvalid]) -> object:
    """What the file holds, nothing of it checked.

    Raises:
        FileUnreadable; ``refusal``: it is no TOML (or JSON).
    """
    read = json.loads if path.suffix == ".json" else tomllib.loads
    kind = "JSON" if path.suffix == ".json" else "TOML"
    try:
        if path.stat().st_size > MOST_BYTES:
            raise FileUnreadable(path, f"larger than {MOST_BYTES // 1_000_000} MB")
        raw: object = read(path.read_text(encoding="utf-8-sig"))  # Windows' Notepad marks the start
    except (OSError, UnicodeDecodeError) as error:
        raise FileUnreadable(path, getattr(error, "strerror", None) or "not UTF-8 text") from error
    except (tomllib.TOMLDecodeError, json.JSONDecodeError) as error:
        raise refusal(path.name, phrase("%1. Correct the %2 there.", error, kind)) from error
    except RecursionError:
        reason = phrase("lists stand too deep in one another for %1.", kind)
        raise refusal(path.name, reason) from None
    return raw


def checked(raw: object, name: str, model: type[Model], refusal: type[InputInvalid]) -> Model:
    """``raw`` as ``model``; ``refusal(name, sentence)`` for the first thing that is wrong."""
    try:
        return model.model_validate(raw)
    except ValidationError as error:
        raise refusal(name, sentence_of(error.errors()[0], model, raw)) from error


def sentence_of(error: ErrorDetails, model: type[BaseModel], raw: object) -> str:
    """One sentence for what pydantic found: where it is, what is wrong, what to write instead."""
    place = _place(error["loc"], raw)
    if error["type"] == "extra_forbidden":
        known = _keys_beside(error["loc"], model)
        nearest = suggestion(str(error["loc"][-1]), known)
        return phrase("%1: this key is not known. %2", place, nearest)
    if error["type"] == "missing":
        return phrase("%1: this key is missing. Add it.", place)
    if error["type"] == "value_error":
        told = str(error["ctx"]["error"])
        if isinstance(told, Phrase):
            return phrase("%1: %2", place, told) if place else told
        return f"{place}: {told[:1].upper()}{told[1:]}."
    found = error["input"]
    if error["type"] == "union_tag_invalid":
        found = error["ctx"]["tag"]
    return phrase("%1: %2 (found: %3).", place, _reason(error), str(found)[:60])


def _place(location: tuple[int | str, ...], raw: object) -> str:
    """The keys on the way, lists counted from 1; kinds that pydantic chose on the way are left out.

    Such as the lognormal of a time, which is no key of the file.
    """
    parts: list[str] = []
    here = raw
    for number, part in enumerate(location):
        is_last = number == len(location) - 1
        if isinstance(part, int):
            parts.append(str(part + 1))
            here = here[part] if isinstance(here, list) and part < len(here) else None
        elif is_last or not isinstance(here, dict) or part in here:
            parts.append(part)
            here = here.get(part) if isinstance(here, dict) else None
    return ".".join(parts)


def _reason(error: ErrorDetails) -> str:
    """What is wrong with one value, without patterns and names of types."""
    figures = error.get("ctx", {})
    wanted = _wanted(str(figures.get("pattern")))
    if error["type"] == "string_pattern_mismatch" and wanted:
        return phrase("Write %1", wanted)
    if error["input"] != error["input"]:
        return phrase("Write a number")  # NaN is none, and within no bounds
    return _bound(error["type"], figures) or _plain(error["type"]) or error["msg"]


def _bound(kind: str, figures: Mapping[str, object]) -> str:
    """What to write instead, with pydantic's own figures; empty for another kind of fault."""

    def figure(name: str) -> str:
        return format(figures.get(name, 0), ",.10g")

    match kind:
        case "greater_than":
            return phrase("It must be above %1", figure("gt"))
        case "greater_than_equal":
            return phrase("It must be at least %1", figure("ge"))
        case "less_than":
            return phrase("It must be below %1", figure("lt"))
        case "less_than_equal":
            return phrase("It must be at most %1", figure("le"))
        case "too_long":
            return phrase("The list is too long; %1 is the most", figures.get("max_length"))
        case "union_tag_invalid":
            return phrase("Choose one of %1", figures.get("expected_tags"))
        case "literal_error":
            return phrase("Choose one of %1", figures.get("expected"))
    return ""


def _plain(kind: str) -> str:
    """What to write instead of a value of another type; empty for another kind of fault."""
    match kind:
        case "string_type":
            return phrase("Write it in quotation marks")
        case "too_short":
            return phrase("The list is too short; name more")
        case "finite_number" | "float_parsing" | "float_type":
            return phrase("Write a number")
        case "int_parsing" | "int_type" | "int_from_float":
            return phrase("Write a whole number")
        case "bool_parsing" | "bool_type":
            return phrase("Write true or false")
    return ""


def _wanted(pattern: str) -> str:
    """What a pattern of ``base_tables`` asks for; empty for another one."""
    match pattern:
        case base_tables.CLOCK_TIME:
            return phrase("a time such as 09:30")
        case base_tables.LETTER:
            return phrase("one capital letter, such as A")
        case base_tables.IDENTIFIER:
            return phrase("small letters and digits, with - or _ between, at most 32")
    return ""


def _keys_beside(location: tuple[int | str, ...], model: type[BaseModel]) -> list[str]:
    """The keys that the table at this place knows."""
    here: type[BaseModel] = model
    for part in location[:-1]:
        if isinstance(part, str) and part in here.model_fields:
            here = _table_in(here.model_fields[part].annotation) or here
    return list(here.model_fields)


def _table_in(annotation: object) -> type[BaseModel] | None:
    """The table type named inside an annotation such as tuple[ServiceTable, ...]."""
    if isinstance(annotation, type) and issubclass(annotation, BaseModel):
        return annotation
    for argument in getattr(annotation, "__args__", ()):
        if found := _table_in(argument):
            return found
    return None
