"""Events of the day, of profiles, of counters and of incidents."""

from dataclasses import replace

from shared.domain import event as kinds
from shared.domain.branch import Branch, HelpCall, Incident, Lease, Rush
from shared.domain.calendar import ORDINARY
from shared.domain.counter import Counter, CounterState, PausePlan
from shared.domain.event import Event, names, optional_text, optional_whole, whole, wholes
from shared.domain.numbers import RESTORED, pass_over
from shared.domain.row import service_mask


def day_opened(branch: Branch, event: Event) -> None:
    """A new business day; logs of the first release do not tell its type."""
    day_type = optional_text(event, "day_type") or ORDINARY
    branch.start_day(str(event.data["day"]), whole(event, "midnight_us"), day_type)


def day_closed(branch: Branch, _event: Event) -> None:
    """The branch has closed; whoever is inside is served or has expired."""
    branch.is_over = True


def profile_published(branch: Branch, event: Event) -> None:
    """From here on other rules hold; with later hours a day that was over goes on."""
    branch.adopt(branch.library[str(event.data["profile"])])
    hours = branch.today.hours
    has_closed = hours is None or branch.since_midnight(event.at_us) >= hours.closes_us
    branch.is_over = branch.is_over and has_closed


def log_restored(branch: Branch, event: Event) -> None:
    """The log goes on from a copy: numbers that may have been given since are passed over."""
    for series, last in zip(names(event, "series"), wholes(event, "last"), strict=True):
        branch.last_ordinal[series] = max(last, branch.last_ordinal.get(series, 0))
    branch.leases[f"{RESTORED}{event.data['log']}"] = pass_over(branch)


def numbers_lent(branch: Branch, event: Event) -> None:
    """A block of numbers belongs to somebody from now on."""
    lease = Lease(whole(event, "first"), whole(event, "last"))
    branch.leases[str(event.data["holder"])] = lease


def journal_taken(branch: Branch, event: Event) -> None:
    """What is sent again up to this place is known."""
    branch.journals[str(event.data["source"])] = whole(event, "last")


def counter_opened(branch: Branch, event: Event) -> None:
    """Somebody works there now."""
    counter = branch.counters[event.counter]
    counter.state = CounterState.OPEN
    branch.wanted.pop(event.counter, None)
    counter.staff = event.staff
    counter.mentor = optional_text(event, "mentor")
    _plan(branch, counter, None)
    counter.since_us = event.at_us
    branch.people.setdefault(event.staff, len(branch.people))
    counter.skills_mask = service_mask(branch.rules, names(event, "services"))
    counter.services_mask = counter.skills_mask
    lacking = names(event, "uncertified") if "uncertified" in event.data else []
    counter.uncertified_mask = service_mask(branch.rules, lacking)
    counter.off_mask = 0
    branch.refresh(counter)


def counter_standby(branch: Branch, event: Event) -> None:
    """Idle, and ready for the next arrival."""
    counter = branch.counters[event.counter]
    counter.is_standby = True
    counter.since_us = event.at_us


def counter_planned(branch: Branch, event: Event) -> None:
    """After the present customer, or at a time, the counter pauses or closes; or not any more."""
    counter = branch.counters[event.counter]
    at_us = optional_whole(event, "at_us")
    until_us = optional_whole(event, "until_us")
    is_off = bool(event.data.get("is_off"))
    reason = optional_text(event, "reason")
    _plan(branch, counter, None if is_off else PausePlan(reason, until_us, at_us or 0))


def _plan(branch: Branch, counter: Counter, plan: PausePlan | None) -> None:
    counter.plan = plan
    if plan is None:
        branch.planned.pop(counter.id, None)
    else:
        branch.planned[counter.id] = counter


def counter_paused(branch: Branch, event: Event) -> None:
    """Nobody is called there for a while."""
    counter = branch.counters[event.counter]
    counter.state = CounterState.PAUSED
    counter.is_standby = False
    _plan(branch, counter, None)
    counter.pause_reason = str(event.data["reason"])
    counter.pause_until_us = optional_whole(event, "until_us")
    counter.since_us = event.at_us


def counter_resumed(branch: Branch, event: Event) -> None:
    """The pause is over."""
    counter = branch.counters[event.counter]
    counter.state = CounterState.OPEN
    branch.wanted.pop(event.counter, None)
    counter.pause_reason = ""
    counter.pause_until_us = None
    counter.since_us = event.at_us


def counter_services(branch: Branch, event: Event) -> None:
    """What is served there has changed in mid-session, by hand or by a certificate."""
    counter = branch.counters[event.counter]
    counter.services_mask = service_mask(branch.rules, names(event, "services"))
    if "skills" in event.data:
        able = counter.skills_mask | counter.uncertified_mask
        counter.skills_mask = service_mask(branch.rules, names(event, "skills"))
        counter.uncertified_mask = able & ~counter.skills_mask
    else:
        left_mask = counter.off_mask & counter.uncertified_mask
        counter.off_mask = left_mask | counter.skills_mask & ~counter.services_mask
    _narrowed(branch, counter, event)
    branch.refresh(counter)


def counter_closed(branch: Branch, event: Event) -> None:
    """Nobody works there any more."""
    counter = branch.counters[event.counter]
    _narrowed(branch, counter, event)
    counter.state = CounterState.CLOSED
    counter.is_standby = False
    counter.staff = counter.mentor = counter.pause_reason = ""
    counter.pause_until_us = None
    _plan(branch, counter, None)
    counter.services_mask = counter.skills_mask = 0
    counter.off_mask = counter.uncertified_mask = 0
    counter.since_us = event.at_us
    branch.refresh(counter)


def _narrowed(branch: Branch, counter: Counter, event: Event) -> None:
    """From now on those count who wait for this counter or person, and for something not served."""
    counter.narrowed_us = branch.left_us[counter.staff] = event.recorded_us


def incident_declared(branch: Branch, event: Event) -> None:
    """Something keeps services from being offered."""
    incident = str(event.data["incident"])
    services = tuple(names(event, "services"))
    branch.incidents[incident] = Incident(
        incident, str(event.data["reason"]), services, event.at_us
    )


def incident_ended(branch: Branch, event: Event) -> None:
    """It is over."""
    del branch.incidents[str(event.data["incident"])]


def service_suspended(branch: Branch, event: Event) -> None:
    """No counter serves it; several incidents may suspend the same service."""
    service = str(event.data["service"])
    branch.suspended[service] = branch.suspended.get(service, 0) + 1
    _refresh_all(branch)


def service_resumed(branch: Branch, event: Event) -> None:
    """Served again, unless another incident still suspends it."""
    service = str(event.data["service"])
    found = branch.incidents[str(event.data["incident"])]
    left = tuple(each for each in found.services if each != service)
    branch.incidents[found.id] = replace(found, services=left)
    branch.suspended[service] -= 1
    if not branch.suspended[service]:
        del branch.suspended[service]
    branch.resumed_us[service] = event.recorded_us
    _refresh_all(branch)


def _refresh_all(branch: Branch) -> None:
    for counter in branch.counters.values():
        branch.refresh(counter)


def rush_changed(branch: Branch, event: Event) -> None:
    """Kiosks give tickets at one touch until then, or not any more, since somebody said so."""
    until_us = optional_whole(event, "until_us")
    branch.rush_off_us = event.recorded_us if until_us is None else None
    branch.rush = Rush(until_us, str(event.data["cause"])) if until_us is not None else None


def notice_changed(branch: Branch, event: Event) -> None:
    """A notice of the profile is shown until then, or not any more."""
    notice, until_us = str(event.data["notice"]), optional_whole(event, "until_us")
    branch.notices.pop(notice, None)
    if until_us is not None:
        branch.notices[notice] = until_us


def help_asked(branch: Branch, event: Event) -> None:
    """Somebody waits for a person; the call has the number of its event."""
    data = event.data
    call = HelpCall(str(data["device"]), str(data["screen"]), event.at_us)
    branch.help_calls[branch.sequence + 1] = call


def help_answered(branch: Branch, event: Event) -> None:
    """Somebody goes."""
    branch.help_calls.pop(whole(event, "asked"), None)


def nothing(_branch: Branch, _event: Event) -> None:
    """Events that inform people and change no state."""


HANDLERS = {
    kinds.DAY_OPENED: day_opened,
    kinds.DAY_CLOSED: day_closed,
    kinds.PROFILE_PUBLISHED: profile_published,
    kinds.LOG_RESTORED: log_restored,
    kinds.NUMBERS_LENT: numbers_lent,
    kinds.JOURNAL_TAKEN: journal_taken,
    kinds.JOURNAL_KEPT: nothing,
    kinds.CHARGE_TAKEN: nothing,
    kinds.COUNTER_OPENED: counter_opened,
    kinds.COUNTER_STANDBY: counter_standby,
    kinds.COUNTER_PLANNED: counter_planned,
    kinds.COUNTER_PAUSED: counter_paused,
    kinds.COUNTER_RESUMED: counter_resumed,
    kinds.COUNTER_SERVICES: counter_services,
    kinds.COUNTER_CLOSED: counter_closed,
    kinds.INCIDENT_DECLARED: incident_declared,
    kinds.INCIDENT_ENDED: incident_ended,
    kinds.SERVICE_SUSPENDED: service_suspended,
    kinds.SERVICE_RESUMED: service_resumed,
    kinds.HELP_ASKED: help_asked,
    kinds.HELP_ANSWERED: help_answered,
    kinds.NOTICE_WANTED: nothing,
    kinds.NOTICE_DROPPED: nothing,
    kinds.NOTICE_SENT: nothing,
    kinds.NOTICE_FAILED: nothing,
    kinds.ADVICE_GIVEN: nothing,
    kinds.PRINT_REQUESTED: nothing,
    kinds.PRINT_STARTED: nothing,
    kinds.PRINT_DONE: nothing,
    kinds.PRINT_FAILED: nothing,
    kinds.PRINT_UNKNOWN: nothing,
    kinds.DEVICE_REPORTED: nothing,
    kinds.DEVICE_UNLOCKED: nothing,
    kinds.DEVICE_UNLOCK_REFUSED: nothing,
    kinds.RUSH_CHANGED: rush_changed,
    kinds.BOARD_NOTICE: notice_changed,
}
