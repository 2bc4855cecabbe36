"""Tables of a profile or a scenario as the text of a TOML file that reads back to the same."""

import json
from collections.abc import Iterator, Mapping
from datetime import date
from typing import Any, Final

from pydantic import BaseModel

#: Keys that say which of several tables one is; never left out.
KINDS: Final = ("distribution",)
#: Characters of a line; a list of tables that is longer stands below its table.
LINE_MAX: Final = 90


def toml_text(model: BaseModel, comment: str = "") -> str:
    """The file: what has its default is left out, lists of tables stand as tables of their own."""
    values = _values(model)
    lines = [f"# {line}" for line in comment.splitlines()]
    return "\n".join([*lines, *_whole({"schema_version": 1, **values})]) + "\n"


def toml_of(table: Mapping[str, Any]) -> str:
    """The file of a table as it is, also of one that is no sound profile; None is left out."""
    return "\n".join(_whole(_without_none(table))).lstrip("\n") + "\n"


def _without_none(value: Any) -> Any:
    if isinstance(value, Mapping):
        return {str(k): _without_none(held) for k, held in value.items() if held is not None}
    if isinstance(value, (list, tuple)):
        return [_without_none(held) for held in value]
    return value


def _values(model: BaseModel) -> dict[str, Any]:
    """What differs from its default, and which of several kinds a table is."""
    found = {}
    for name, field in type(model).model_fields.items():
        value = getattr(model, name)
        default = None if field.is_required() else field.get_default(call_default_factory=True)
        if value is not None and (name in KINDS or field.is_required() or value != default):
            found[name] = _plain(value)
    return found


def _plain(value: Any) -> Any:
    if isinstance(value, BaseModel):
        return _values(value)
    if isinstance(value, Mapping):
        return {str(key): _plain(held) for key, held in value.items()}
    if isinstance(value, (list, tuple)):
        return [_plain(held) for held in value]
    return value


def _whole(values: Mapping[str, Any]) -> Iterator[str]:
    """Plain keys first: after the first table header they would belong to it."""
    yield from (f"{key} = {_inline(v)}" for key, v in values.items() if not _is_block(v))
    for key, value in values.items():
        if isinstance(value, dict):
            yield from _table(_key(key), value)
        elif _is_block(value):
            for table in value:
                yield f"\n[[{_key(key)}]]"
                yield from (f"{_key(k)} = {_inline(v)}" for k, v in table.items())


def _table(name: str, values: Mapping[str, Any]) -> Iterator[str]:
    """One table; what would make a line nobody can read stands in tables below it."""
    apart = {k: v for k, v in values.items() if _is_block(v) and len(_inline(v)) > LINE_MAX}
    yield f"\n[{name}]"
    yield from (f"{_key(k)} = {_inline(v)}" for k, v in values.items() if k not in apart)
    for key, value in apart.items():
        below = f"{name}.{_key(key)}"
        if isinstance(value, dict):
            yield from _table(below, value)
            continue
        for table in value:
            yield f"\n[[{below}]]"
            yield from (f"{_key(k)} = {_inline(v)}" for k, v in table.items())


def _is_block(value: Any) -> bool:
    is_list = isinstance(value, list) and bool(value) and isinstance(value[0], dict)
    return is_list or isinstance(value, dict)


def _inline(value: Any) -> str:
    if isinstance(value, dict):
        return f"{{ {', '.join(f'{_key(k)} = {_inline(v)}' for k, v in value.items())} }}"
    if isinstance(value, list):
        return f"[{', '.join(_inline(v) for v in value)}]"
    if isinstance(value, bool):
        return str(value).lower()
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, str):
        return json.dumps(value, ensure_ascii=False)  # JSON's escapes are among TOML's
    return repr(value)


def _key(key: str) -> str:
    plain = all(c.isascii() and (c.isalnum() or c in "-_") for c in key)
    return key if key and plain else json.dumps(key, ensure_ascii=False)
