"""The names that a day's explanation uses: from the profiles that held on it, and local times."""

from collections.abc import Iterable
from zoneinfo import ZoneInfo

from shared.config.profile import Profile, Text
from shared.i18n import translate
from shared.protocol.event import to_datetime


class Names:
    """Names of the profiles in one language; what none of them knows keeps its identifier."""

    def __init__(self, profiles: Iterable[Profile], language: str) -> None:
        """``profiles`` are those of the day, in whatever order; the last one wins."""
        self.language = language
        self._texts: dict[tuple[str, str], Text] = {}
        self._zone = ZoneInfo("UTC")
        for profile in profiles:
            self._zone = ZoneInfo(profile.branch.time_zone)
            self._learn("service", ((s.id, s.name) for s in profile.services))
            self._learn("segment", ((s.id, s.short or s.name) for s in profile.segments))
            self._learn("counter", ((c.id, c.name) for c in profile.counters if c.name))
            self._learn("pool", ((p.id, p.name) for p in profile.visit.pools))
            self._learn("call", ((r.id, r.name) for r in profile.visit.call_reasons))
            self._learn("incident", ((i.id, i.name) for i in profile.incidents))
            self._learn("outcome", ((o.id, o.name) for o in profile.outcomes))

    def _learn(self, what: str, names: Iterable[tuple[str, Text | None]]) -> None:
        self._texts |= {(what, key): text for key, text in names if text is not None}

    def of(self, what: str, key: str) -> str:
        """The name of a service, segment, pool, call, incident or outcome."""
        text = self._texts.get((what, key))
        return text.of(self.language) if text else key

    def counter(self, counter: str) -> str:
        """The counter's own name, or its number."""
        if ("counter", counter) in self._texts:
            return self.of("counter", counter)
        return translate("Why", "counter %1", counter, language=self.language)

    def services(self, services: Iterable[str]) -> str:
        """Several services as a list."""
        joint = "、" if self.language.startswith("zh") else ", "
        return joint.join(self.of("service", service) for service in services)

    def clock(self, at_us: int) -> str:
        """A local time such as 10:42."""
        return to_datetime(at_us).astimezone(self._zone).strftime("%H:%M")
