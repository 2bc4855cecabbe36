"""The client's patience, in one place so that tests can be quick."""

from dataclasses import dataclass


@dataclass(frozen=True)
class Timing:
    """All in milliseconds.

    ``silence_ms``: the server beats every 2 s; after three missed beats the stream counts as dead.
    ``backoff_*_ms``: pauses between attempts to reconnect, doubled each time.
    ``request_ms``: one request. ``patience_ms``: a command with all its attempts.
    ``retry_ms``: pause between two attempts of a command.
    ``snapshot_ms``: at least so long between two snapshots; ``refresh_ms``: at most so long, as
    opening hours pass without an event.
    ``loyalty_ms``: after so long a silence the branch's other server is listened to, if there is
    one (docs/decisions/0025: a server's beat counts for less); ``look_ms``: how often to look.
    ``beat_ms``: a program that takes part in who is in charge says so this often, until the server
    asks for another pace; ``minute_ms``: the others. ``forecast_ms``: an older forecast is
    forgotten; the server makes one every ten seconds at least.
    """

    silence_ms: int = 6000
    backoff_first_ms: int = 300
    backoff_last_ms: int = 3000
    request_ms: int = 2000
    patience_ms: int = 4000
    retry_ms: int = 300
    snapshot_ms: int = 200
    refresh_ms: int = 5000
    loyalty_ms: int = 15_000
    look_ms: int = 500
    beat_ms: int = 2000
    minute_ms: int = 60_000
    forecast_ms: int = 40_000
