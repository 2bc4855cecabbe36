"""What tells a request that is sent again from another one under the same key."""

from fastapi import Request

from shared.server.office.office import Office
from shared.services.actor import Actor


async def identity(
    office: Office, request: Request, actor: Actor, key: str | None
) -> tuple[str, str]:
    """Digests of the key and of the request; both empty where it may not be repeated."""
    if not key:
        return "", ""
    place = f"{request.method} {request.url.path}".encode()
    caller = actor.device.encode()
    digest = office.pseudonyms.request(caller, place, await request.body())
    return office.pseudonyms.request(caller, place, key.encode()), digest
