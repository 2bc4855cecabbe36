"""How often each caller may ask. One place for every limit; what they are stands in the settings.

Devices are counted by their identifier, strangers by the address they come from. Guessing a secret
has a limit over everybody as well, since addresses cost an attacker nothing.
"""

import ipaddress
import time
from collections import Counter
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from math import ceil
from typing import Final

from starlette.requests import HTTPConnection

from shared.config.pace import UNLIMITED, Pace
from shared.config.settings import ServerSettings
from shared.domain.admission import AskedTooOften, TooManyStreams
from shared.domain.errors import LobbyError
from shared.server.bucket import Buckets

EVERYBODY: Final = "everybody"
#: What comes from one network is taken for one caller in IPv6, where a device has 2**64 addresses.
IPV6_PREFIX: Final = 64
STREAM_AGAIN_S: Final = 5


class Guesses:
    """Tries at a secret: counted as wrong before they are looked at, the right ones forgiven."""

    def __init__(self, one: Pace, all_together: Pace, monotonic: Callable[[], float]) -> None:
        """``one``: each caller; ``all_together``: every caller in one bucket."""
        self._one = Buckets(one, monotonic)
        self._all = Buckets(all_together, monotonic)

    @contextmanager
    def guess(self, caller: str, wrong: type[LobbyError]) -> Iterator[None]:
        """Around a try that raises ``wrong`` when the secret is; whatever else happens is forgiven.

        Raises:
            AskedTooOften: nothing was tried.
        """
        _take(self._one, caller)
        try:
            _take(self._all, EVERYBODY)
        except AskedTooOften:
            self._one.give_back(caller)
            raise
        is_wrong = False
        try:
            yield
        except wrong:
            is_wrong = True
            raise
        finally:
            if not is_wrong:
                self._one.give_back(caller)
                self._all.give_back(EVERYBODY)


class OpenStreams:
    """How many event streams each caller holds open."""

    def __init__(self, most: int) -> None:
        """``most`` for one caller; 0: no limit."""
        self._most = most
        self._open: Counter[str] = Counter()

    def refuse_if_full(self, caller: str) -> None:
        """Raises TooManyStreams: it has as many as it may."""
        if self._most and self._open[caller] >= self._most:
            raise TooManyStreams(STREAM_AGAIN_S, self._most)

    @contextmanager
    def one(self, caller: str) -> Iterator[bool]:
        """Counts a stream as open; False when there is no room for it."""
        self._open[caller] += 1
        try:
            yield not self._most or self._open[caller] <= self._most
        finally:
            self._open[caller] -= 1
            if not self._open[caller]:
                del self._open[caller]


class Limits:
    """Every limit of this server."""

    def __init__(
        self,
        settings: ServerSettings,
        *,
        is_off: bool = False,
        monotonic: Callable[[], float] = time.monotonic,
    ) -> None:
        """``is_off``: count nothing (practice, measuring)."""

        def pace(wanted: Pace) -> Pace:
            return UNLIMITED if is_off else wanted

        def buckets(wanted: Pace) -> Buckets:
            return Buckets(pace(wanted), monotonic)

        self._commands = buckets(settings.limit_commands)
        self._reads = buckets(settings.limit_reads)
        self._servers = buckets(settings.limit_servers)
        self._strangers = buckets(settings.limit_strangers)
        self._pages = buckets(settings.limit_pages)
        self._page_sources = buckets(settings.limit_page_sources)
        self._bookings = buckets(settings.limit_bookings)
        self._all_bookings = buckets(settings.limit_bookings_everybody)
        self._page_commands = buckets(settings.limit_page_commands)
        self._sign_ins = buckets(settings.limit_sign_ins)
        every = pace(settings.limit_guesses_everybody)
        one = pace(settings.limit_guesses)
        self.codes = Guesses(one, every, monotonic)
        self.remote_codes = Guesses(one, every, monotonic)
        self.enrolments = Guesses(one, every, monotonic)
        self.unlocks = Guesses(pace(settings.limit_unlocks), every, monotonic)
        self.accounts = Guesses(one, every, monotonic)
        self.streams = OpenStreams(0 if is_off else settings.limit_streams)
        self.page_streams = OpenStreams(0 if is_off else settings.limit_page_streams)

    def asked(self, device: str, *, is_reading: bool) -> None:
        """A device asks. Raises AskedTooOften."""
        _take(self._reads if is_reading else self._commands, device)

    def shipped(self, device: str) -> None:
        """The server of a branch speaks. Raises AskedTooOften."""
        _take(self._servers, device)

    def is_suspect(self, source: str) -> bool:
        """Whether the next wrong key from there is one too many."""
        return self._strangers.is_empty(source)

    def refused(self, source: str) -> None:
        """Somebody without a key asked. Raises AskedTooOften instead of the refusal."""
        _take(self._strangers, source)

    def signing_in(self, device: str) -> None:
        """Somebody tries a PIN, which costs this machine some work. Raises AskedTooOften."""
        _take(self._sign_ins, device)

    def page(self, token: str, source: str) -> None:
        """A phone asks for its page. Raises AskedTooOften."""
        _take(self._page_sources, source)
        _take(self._pages, token)

    def remote(self, source: str) -> None:
        """Somebody looks at the page for bookings. Raises AskedTooOften."""
        _take(self._page_sources, source)

    def booking(self, source: str) -> None:
        """Somebody books, moves or cancels from afar. Raises AskedTooOften."""
        _take(self._bookings, source)
        try:
            _take(self._all_bookings, EVERYBODY)
        except AskedTooOften:
            self._bookings.give_back(source)
            raise

    def page_command(self, token: str) -> None:
        """A phone page wants something done. Raises AskedTooOften."""
        _take(self._page_commands, token)


def source_of(connection: HTTPConnection) -> str:
    """The network address that a request comes from; of IPv6 the first 64 bits."""
    host = connection.client.host if connection.client else ""
    try:
        address = ipaddress.ip_address(host.partition("%")[0])
    except ValueError:
        return host
    if isinstance(address, ipaddress.IPv4Address):
        return host
    if address.ipv4_mapped is not None:
        return str(address.ipv4_mapped)
    return str(ipaddress.ip_network((address, IPV6_PREFIX), strict=False))


def _take(buckets: Buckets, key: str) -> None:
    """Raises AskedTooOften, with the seconds until it makes sense to ask again."""
    wait_s = buckets.take(key)
    if wait_s:
        raise AskedTooOften(ceil(wait_s))
