"""Where a sign-in in the browser is at home."""

from typing import NamedTuple


class Place(NamedTuple):
    """Where a sign-in was begun, and has to end."""

    branch: str
    device: str
    redirect_uri: str
