"""Refusals of visits, appointments, incidents and days; the tree is drawn in ``errors``."""

from shared.domain.errors import BranchClosed, RuleRefused


class DayClosed(RuleRefused):
    """The calendar says that the branch is closed today."""

    code = "day_closed"
    sentence = "The branch is closed today. It opens again on %1 at %2."


class ClosedForNow(DayClosed):
    """The calendar knows no day on which the branch opens again."""

    code = "closed_for_now"
    sentence = "The branch is closed until further notice. Ask our staff."


class TicketsOver(BranchClosed):
    """The last ticket of today was given."""

    code = "tickets_over"
    sentence = "Tickets were given until %1 today. The branch opens again on %2 at %3."


class ServiceSuspended(RuleRefused):
    """An incident keeps this service from being offered."""

    code = "service_suspended"
    sentence = "“%1” is suspended at the moment. Ask our staff when it will be back."


class TooManyNeeds(RuleRefused):
    """More needs than one ticket takes."""

    code = "too_many_needs"
    sentence = "One ticket takes up to %2 matters, not %1. Leave some out, or take a second ticket."


class TooManyItems(RuleRefused):
    """More transactions than one ticket takes."""

    code = "too_many_items"
    sentence = "One ticket takes 1 to %2 transactions, not %1. Ask our staff for a larger number."


class NeedTwice(RuleRefused):
    """The same need stands twice on one ticket."""

    code = "need_twice"
    sentence = "“%1” is on this ticket already. Leave it out once."


class NeedMissing(RuleRefused):
    """The ticket has no such need left, or it is the last one."""

    code = "need_missing"
    sentence = "Ticket %1 cannot give “%2” away. It still needs: %3."


class NumbersUsedUp(RuleRefused):
    """Who gives numbers out of a lent block has none left today."""

    code = "numbers_used_up"
    sentence = "The numbers for the time without the branch server are used up. Ask our staff."


class HelpCallUnknown(RuleRefused):
    """Nobody waits under this number: somebody went already, or nobody asked."""

    code = "help_call_unknown"
    sentence = "Nobody waits for this any more: somebody went already. Look at the list again."


class NotByStandIn(RuleRefused):
    """What only the branch server does, asked of its stand-in."""

    code = "not_by_stand_in"
    sentence = "The branch server is away, and its stand-in does not do this. Ask when it is back."


class SecondTicket(RuleRefused):
    """This customer has a ticket that is still good, and the profile allows one."""

    code = "second_ticket"
    sentence = "You have ticket %1 already. Use that one, or ask our staff to add to it."


class HoldPoolUnknown(RuleRefused):
    """The profile has no such pool of held tickets."""

    code = "hold_pool_unknown"
    sentence = "This branch has no reason to hold called “%1”. Choose one of: %2."


class HeldElsewhere(RuleRefused):
    """The held ticket belongs to another person or counter."""

    code = "held_elsewhere"
    sentence = "Ticket %1 is kept for %2. Ask there, or ask the lobby lead to call it."


class CustomerElsewhere(RuleRefused):
    """The customer stands at a counter with another ticket."""

    code = "customer_elsewhere"
    sentence = "The customer of ticket %1 is at a counter now with another ticket. Call it later."


class AnotherCustomer(RuleRefused):
    """Somebody else was called to the counter before the key was pressed."""

    code = "another_customer"
    sentence = "Ticket %1 is at counter %2 now, and stays there. Look, then press the key again."


class CounterCannotServe(RuleRefused):
    """The counter, or the person at it, does not serve what this ticket needs."""

    code = "counter_cannot_serve"
    sentence = "Counter %1 does not serve “%2” now. Choose another counter, or change the service."


class DeferTooLong(RuleRefused):
    """Somebody asks to be called later than the profile allows."""

    code = "defer_too_long"
    sentence = "A ticket waits aside for 1 to %1 minutes. Choose a time in between."


class DeferTooOften(RuleRefused):
    """The ticket was put aside as often as the profile allows."""

    code = "defer_too_often"
    sentence = "Ticket %1 was put aside %2 times already. Let it wait, or cancel it."


class JoinImpossible(RuleRefused):
    """These two tickets cannot become one."""

    code = "join_impossible"
    sentence = "Tickets %1 and %2 cannot be joined. Choose two different tickets that are waiting."


class SplitImpossible(RuleRefused):
    """Nothing to take apart."""

    code = "split_impossible"
    sentence = "Ticket %1 has nothing that could be split off as %2. Choose one that was joined."


class NothingChanges(RuleRefused):
    """The command would leave everything as it is."""

    code = "nothing_changes"
    sentence = "Ticket %1 is like that already. Choose another service or segment."


class MentorMissing(RuleRefused):
    """A trainee works beside a mentor who is somebody else."""

    code = "mentor_missing"
    sentence = "A trainee works beside a mentor. Give the staff number of another person."


class LastService(RuleRefused):
    """A counter has to serve something."""

    code = "last_service"
    sentence = "Counter %1 would serve nothing then. Leave one service on, or pause the counter."


class IncidentUnknown(RuleRefused):
    """No such incident is going on."""

    code = "incident_unknown"
    sentence = "There is no incident %1 now. Look at the list and choose again."


class AlreadySuspended(RuleRefused):
    """Everything that should be suspended is so already."""

    code = "already_suspended"
    sentence = "This is suspended already: %1. Resume it first, or choose another service."


class NotSuspended(RuleRefused):
    """The service that should be resumed is offered."""

    code = "not_suspended"
    sentence = "“%1” is not suspended. Nothing is left to resume."


class NoAppointments(RuleRefused):
    """The profile offers no appointments for this service."""

    code = "no_appointments"
    sentence = "There are no appointments for “%1”. Take a ticket when you come."


class SlotUnknown(RuleRefused):
    """No slot begins at that time, or it may not be booked from now."""

    code = "slot_unknown"
    sentence = "“%1” cannot be booked at that time. Choose one of the times offered."


class SlotFull(RuleRefused):
    """Every place of the slot is taken."""

    code = "slot_full"
    sentence = "That time is taken. Choose another of the times offered."


class AppointmentUnknown(RuleRefused):
    """No appointment under this code."""

    code = "appointment_unknown"
    sentence = "There is no appointment under this code. Check the code, or take a ticket."


class AppointmentStateWrong(RuleRefused):
    """The appointment is over, cancelled or checked in."""

    code = "appointment_state_wrong"
    sentence = "This appointment is %1, so it cannot be %2. Take a ticket, or book another time."


class AppointmentTooEarly(RuleRefused):
    """Check-in has not begun."""

    code = "appointment_too_early"
    sentence = "Check-in for your appointment begins at %1. Come back then, or take a ticket now."


class AppointmentNotToday(RuleRefused):
    """The appointment is for another day."""

    code = "appointment_not_today"
    sentence = "This appointment is for %1. Come back on that day, or change it."


class NoSuchPrint(RuleRefused):
    """Nobody asked this device for this print, or it has begun already."""

    code = "no_such_print"
    sentence = "Nobody asked for copy %2 of ticket %1 here. Ask for it once more."


class PrinterNotNamed(RuleRefused):
    """Nobody knows which kiosk printed the slip first, or it was printed too often."""

    code = "printer_not_named"
    sentence = "Ticket %1: say which kiosk is to print the slip."


class SearchTooWide(RuleRefused):
    """A search among today's tickets that narrows nothing down."""

    code = "search_too_wide"
    sentence = "Say what you know of the slip: its service, the time, or a part of its number."


class PromiseInvalid(RuleRefused):
    """A window whose end lies before its beginning."""

    code = "promise_invalid"
    sentence = "A promise for ticket %1 must end after it begins. Work it out again."


class PhonePageEnded(RuleRefused):
    """The phone page of a ticket of another day, or of a visit that was over long ago."""

    code = "phone_page_ended"
    sentence = "This page has ended with its visit. Take a new ticket at the entrance."


class NobodyLooked(RuleRefused):
    """A customer who does not hear well is not absent until somebody went and looked."""

    code = "nobody_looked"
    sentence = (
        "The customer with %1 does not hear well. Go and look in the hall first; "
        "if nobody is there, press the key once more."
    )


class RatingReasonUnknown(RuleRefused):
    """The profile has no such reason of a mark."""

    code = "rating_reason_unknown"
    sentence = "“%1” is no reason that a mark has here. The profile has: %2."


class TalkNotOffered(RuleRefused):
    """The branch's pads call nobody."""

    code = "talk_not_offered"
    sentence = "Nobody is called from here. Please speak to our staff in the lobby."


class NoticesOff(RuleRefused):
    """This branch sends no messages to telephones."""

    code = "notices_off"
    sentence = "This branch sends no text messages. Keep the page open and look at the board."


class NoticeUnknown(RuleRefused):
    """The profile has no such notice to be put up by hand."""

    code = "notice_unknown"
    sentence = "This branch has no notice “%1” to put up. Its profile has: %2."
