"""Reading a TOML file into a typed table, or one sentence that says what to correct."""

import json
import tomllib
from importlib.resources import files
from pathlib import Path
from typing import TypeVar

from pydantic import BaseModel, ValidationError
from pydantic_core import ErrorDetails

from shared.config.base_tables import CLOCK_TIME, IDENTIFIER, LETTER
from shared.config.check import problems
from shared.config.naming import suggestion
from shared.config.profile import Profile
from shared.domain.errors import FileUnreadable, InputInvalid, ProfileInvalid

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
        raise refusal(path.name, f"{error}. Correct the {kind} there.") from error
    except RecursionError:
        raise refusal(path.name, f"lists stand too deep in one another for {kind}.") from None
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
        return f"{place}: this key is not known. {suggestion(str(error['loc'][-1]), known)}"
    if error["type"] == "missing":
        return f"{place}: this key is missing. Add it."
    if error["type"] == "value_error":
        told = str(error["ctx"]["error"])
        return f"{place}: {told[:1].upper()}{told[1:]}."
    found = error["input"]
    if error["type"] == "union_tag_invalid":
        found = error["ctx"]["tag"]
    return f"{place}: {_reason(error)} (found: {str(found)[:60]})."


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
    wanted = _WANTED.get(str(error.get("ctx", {}).get("pattern")))
    if error["type"] == "string_pattern_mismatch" and wanted:
        return f"Write {wanted}"
    if error["type"] == "string_type":
        return "Write it in quotation marks"
    if error["type"] == "too_short":
        return "The list is too short; name more"
    if error["input"] != error["input"]:
        return "Write a number"  # NaN is none, and within no bounds
    told = _TOLD.get(error["type"])
    return error["msg"] if told is None else told.format_map(error.get("ctx", {}))


#: Kind of fault -> what to write instead, with pydantic's own figures.
_TOLD = {
    "greater_than": "It must be above {gt:,.10g}",
    "greater_than_equal": "It must be at least {ge:,.10g}",
    "less_than": "It must be below {lt:,.10g}",
    "less_than_equal": "It must be at most {le:,.10g}",
    "finite_number": "Write a number",
    "float_parsing": "Write a number",
    "float_type": "Write a number",
    "int_parsing": "Write a whole number",
    "int_type": "Write a whole number",
    "int_from_float": "Write a whole number",
    "bool_parsing": "Write true or false",
    "bool_type": "Write true or false",
    "too_long": "The list is too long; {max_length} is the most",
    "union_tag_invalid": "Choose one of {expected_tags}",
    "literal_error": "Choose one of {expected}",
}


#: What the patterns of ``base_tables`` ask for.
_WANTED = {
    CLOCK_TIME: "a time such as 09:30",
    LETTER: "one capital letter, such as A",
    IDENTIFIER: "small letters and digits, with - or _ between, at most 32",
}


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
