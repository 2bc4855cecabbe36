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
    read = json.loads if path.suffix == ".json" else tomllib.loads
    try:
        raw = read(path.read_text(encoding="utf-8-sig"))  # Windows' Notepad writes a mark first
    except (OSError, UnicodeDecodeError) as error:
        raise FileUnreadable(path, getattr(error, "strerror", None) or "not UTF-8 text") from error
    except (tomllib.TOMLDecodeError, json.JSONDecodeError) as error:
        kind = "JSON" if path.suffix == ".json" else "TOML"
        raise refusal(path.name, f"{error}. Correct the {kind} there.") from error
    try:
        return model.model_validate(raw)
    except ValidationError as error:
        raise refusal(path.name, sentence_of(error.errors()[0], model)) from error


def sentence_of(error: ErrorDetails, model: type[BaseModel]) -> str:
    """One sentence for what pydantic found: where it is, what is wrong, what to write instead."""
    place = ".".join(str(p + 1) if isinstance(p, int) else str(p) for p in error["loc"])
    if error["type"] == "extra_forbidden":
        known = _keys_beside(error["loc"], model)
        return f"{place}: this key is not known. {suggestion(str(error['loc'][-1]), known)}"
    if error["type"] == "missing":
        return f"{place}: this key is missing. Add it."
    return f"{place}: {_reason(error)} (found: {str(error['input'])[:60]})."


def _reason(error: ErrorDetails) -> str:
    """What is wrong with one value, without patterns and names of types."""
    wanted = _WANTED.get(str(error.get("ctx", {}).get("pattern")))
    if error["type"] == "string_pattern_mismatch" and wanted:
        return f"Write {wanted}"
    if error["type"] == "string_type":
        return "Write it in quotation marks"
    if error["type"] == "too_short":
        return "The list is too short; name more"
    return error["msg"]


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
