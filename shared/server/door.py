"""Who sends it is asked before what it says: also where the body cannot even be read.

The framework reads a body as JSON before it asks any dependency. Without this a stranger would hear
what is wrong with a request instead of that nobody here knows them, and would not be counted.
"""

from collections.abc import Iterator

from fastapi import Request
from fastapi.dependencies.models import Dependant

from shared.server.dependencies import Allowed, bearer, session_token


async def ask_for_key(request: Request) -> None:
    """Let the caller through to the address of this request, or not.

    Raises:
        DeviceUnknown, SessionMissing, RoleForbidden, AskedTooOften, StoreUnavailable.
    """
    route = request.scope.get("route")
    for door in _doors(route.dependant) if route is not None else ():
        key, token = await bearer(request), await session_token(request)
        await door(request, key, token)


def _doors(dependant: Dependant) -> Iterator[Allowed]:
    for below in dependant.dependencies:
        if isinstance(below.call, Allowed):
            yield below.call
        yield from _doors(below)
