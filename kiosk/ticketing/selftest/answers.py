"""What a server would say to a kiosk that measures itself: as much as the profile allows."""

from datetime import date, datetime, timedelta

from shared.config.profile import Profile, ServiceTable
from shared.config.triage_rules import serving_machines
from shared.protocol.appointment import AppointmentView, SlotsView, SlotView
from shared.protocol.triage import DocumentView, OfferView, TriageView, Words


def fullest_service(profile: Profile) -> ServiceTable:
    """The service with most to say before a ticket."""
    return max(profile.services, key=lambda each: (len(each.needs_documents), len(each.ways)))


def every_way(profile: Profile, service: str, now: datetime) -> TriageView:
    """All documents of a service, and all of its ways, as if each were open."""
    table = next(each for each in profile.services if each.id == service)
    names = {each.id: each.name for each in profile.documents}
    kinds = dict.fromkeys(["counter", *(way.kind for way in table.ways)])
    machine = next(iter(serving_machines(profile, service)), None)
    return TriageView(
        service=service,
        segment=profile.segments[0].id,
        asks_documents=profile.triage.asks_documents,
        documents=tuple(
            DocumentView(id=each, name=Words(zh=names[each].zh, en=names[each].en))
            for each in table.needs_documents
        ),
        offers=tuple(
            OfferView(
                way=way,
                reason="usual",
                words=Words(zh="", en=""),
                machine=machine if way == "machine" else None,
                at=now + timedelta(days=3) if way in {"appointment", "later"} else None,
                saves_min=88.0 if way != "counter" else None,
            )
            for way in kinds
        ),
    )


def full_day(service: str, day: date, midnight: datetime) -> SlotsView:
    """A day with more times than a page holds, the first one full."""
    times = [midnight + timedelta(hours=9, minutes=30 * n) for n in range(15)]
    slots = tuple(SlotView(at=at, free=int(n > 0)) for n, at in enumerate(times))
    return SlotsView(service=service, day=day.isoformat(), slots=slots)


def appointment(service: str, now: datetime, state: str = "booked") -> AppointmentView:
    """In three days; nothing may be checked in yet."""
    at = now + timedelta(days=3)
    return AppointmentView(
        service=service,
        segment="",
        language="zh_CN",
        at=at,
        check_in_from=at - timedelta(minutes=15),
        check_in_until=at + timedelta(minutes=15),
        state=state,
    )
