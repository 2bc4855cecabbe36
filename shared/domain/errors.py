"""Every refusal and failure the product knows, with a stable code.

LobbyError
├── RuleRefused            a rule says no; nothing changed
│   ├── TicketUnknown  CounterUnknown  ServiceUnknown  SegmentUnknown  StaffUnknown  BranchUnknown
│   ├── TicketStateWrong   the ticket is not in a state that allows this
│   ├── CounterNotOpen  CounterAlreadyOpen  CounterHasCustomer
│   ├── RecallsMissing     recall more often before a no-show
│   ├── OutcomeUnknown  ReasonMissing
│   ├── AlreadyRated  RatingInvalid
│   ├── BranchClosed       no tickets outside the opening hours
│   ├── NotPractice        only a practice branch allows this
│   ├── (module refused)   visits: TooManyNeeds TooManyItems NeedTwice NeedMissing SecondTicket
│   │     HoldPoolUnknown HeldElsewhere CustomerElsewhere CounterCannotServe DeferTooLong
│   │     DeferTooOften NobodyLooked JoinImpossible SplitImpossible NothingChanges PromiseInvalid
│   │     AnotherCustomer
│   │     the day: DayClosed ClosedForNow TicketsOver MentorMissing LastService
│   │     incidents: ServiceSuspended IncidentUnknown AlreadySuspended NotSuspended
│   │     notices: NoticeUnknown    marks: RatingReasonUnknown TalkNotOffered
│   │     appointments: NoAppointments SlotUnknown SlotFull AppointmentUnknown
│   │     AppointmentStateWrong AppointmentTooEarly AppointmentNotToday
│   │     slips: NoSuchPrint PrinterNotNamed SearchTooWide
│   ├── (module copies)    copies of a log: LogForked LinesMissing ClocksMixed
│   ├── (module reach)      of head office: ErrandUnknown ErrandExpired BranchRefused
│   ├── (module away)       of two servers: NotStandIn StandInDecides NoStandIn
│   ├── (module case_refused)  cases: CaseUnknown CaseStateWrong HandlerInvolved ApproverInvolved
│   │     CaseOfSomebodyElse CaseWordUnknown CaseNotClassified MergeImpossible ExtensionRefused
│   │     ReopenTooLate ReceivedInvalid FeedbackEnough
│   ├── (module staff_refused)  people: CertificateUnknown CertificateNotHeld CertificateEndInvalid
│   │     OwnCertificate NotCertified CourseUnknown CourseDayInvalid
│   ├── (module draft_refused)  changes to the profile: DraftUnknown VersionUnknown DraftStateWrong
│   │     DraftOfSomebodyElse DraftNeedsAnother DraftStale DraftChangesNothing DraftAltered
│   │     NoDayToPreview
│   ├── (module survey_refused)  surveys: SurveyUnknown CampaignUnknown CampaignPeriodInvalid
│   │     CampaignRunning SurveyNotAsked MarksInvalid
│   └── ServiceNotOffered  no counter can ever serve this service and segment
├── AccessRefused          who are you, or you may not
│   ├── SignInFailed  SignInLocked  SessionMissing  DeviceUnknown  RoleForbidden
│   ├── (module admission)  EnrolmentCodeUnknown EnrolmentCodeExpired EnrolmentCodeUsed
│   │     AskedTooOften TooManyStreams DeviceElsewhere DeviceOfOneBranch
│   ├── (module sign_in_refused)  WayNotOffered DirectoryAnswers AccountRefused AccountLocked
│   │     AccountDisabled PasswordExpired PersonUnknown NoStaffNumber NoRole AnswerStale CodeRefused
│   │     NobodySignedIn TokenRefused TokenExpired TokenForAnother TokenNotOurs TokenKeyUnknown
├── InputInvalid           what was sent or written cannot be read
│   ├── ProfileInvalid  ScenarioInvalid  RequestInvalid  RequestTooLarge  KeyReused
│   ├── NotRecordable  BranchNotNamed
│   ├── (module copies)    LineAltered LineUnsound LinesTooNew ProfileBodyWrong
└── EnvironmentFailed      the machine, the network or a device failed
    ├── StoreUnavailable  CommitInDoubt  PortInUse  AddressUnusable  ServerUnreachable
    ├── FileUnreadable  ServerStopping
    ├── (module reach)      BranchOutOfReach BranchUnsure BranchBusy
    ├── (module away)       NotInCharge HandedBack NotConfirmed
    ├── (module sign_in_refused)  DirectoryAway DirectoryUntrusted DirectoryMisused
    └── DatabaseIsLive  DatabaseIsPractice   practice days and real days do not mix

Anything else that is raised is a bug. ``sentence`` is the English source text of the one sentence
that people read (context "errors" of the catalogue, %1.. replaced by ``params``); translation
happens at the process edges, never here.
"""

from typing import ClassVar


class LobbyError(Exception):
    """Base of all refusals. ``str(error)`` is the English sentence with its figures filled in."""

    code: ClassVar[str] = "lobby_error"
    sentence: ClassVar[str] = "%1"

    def __init__(self, *params: object) -> None:
        """Keep the figures and names that the sentence mentions, in the order of %1, %2 ..."""
        self.params: tuple[str, ...] = tuple(str(value) for value in params)
        super().__init__(fill(self.sentence, self.params))


def fill(sentence: str, params: tuple[str, ...]) -> str:
    """The sentence with %1.. replaced; a parameter holding a percent sign is left as it is."""
    parts = sentence.split("%")
    filled = parts[0]
    for part in parts[1:]:
        index = int(part[0]) - 1 if part[:1].isdigit() else -1
        if 0 <= index < len(params):
            filled += params[index] + part[1:]
        else:
            filled += "%" + part
    return filled


class RuleRefused(LobbyError):
    """A rule says no; the state is as it was."""

    code = "rule_refused"


class TicketUnknown(RuleRefused):
    """No ticket with this identifier today."""

    code = "ticket_unknown"
    sentence = "There is no ticket %1 today. Check the number on the slip."


class CounterUnknown(RuleRefused):
    """The profile has no such counter."""

    code = "counter_unknown"
    sentence = "This branch has no counter %1. Choose one of: %2."


class ServiceUnknown(RuleRefused):
    """The profile has no such service."""

    code = "service_unknown"
    sentence = "This branch has no service “%1”. Choose one of: %2."


class SegmentUnknown(RuleRefused):
    """The profile has no such segment."""

    code = "segment_unknown"
    sentence = "This branch has no customer segment “%1”. Choose one of: %2."


class StaffUnknown(RuleRefused):
    """Nobody with this staff number."""

    code = "staff_unknown"
    sentence = "There is nobody with staff number %1. Ask a manager to add it."


class BranchUnknown(RuleRefused):
    """This server does not serve that branch."""

    code = "branch_unknown"
    sentence = "This server does not know branch “%1”. It serves: %2."


class TicketStateWrong(RuleRefused):
    """The ticket is not in a state that allows the command."""

    code = "ticket_state_wrong"
    sentence = "Ticket %1 is %2, so it cannot be %3. Refresh the list and choose again."


class CounterNotOpen(RuleRefused):
    """The command needs an open counter."""

    code = "counter_not_open"
    sentence = "Counter %1 is not open. Open it first."


class CounterAlreadyOpen(RuleRefused):
    """Somebody else works at this counter."""

    code = "counter_already_open"
    sentence = "Counter %1 is already open for %2. Close it there first, or take another counter."


class CounterHasCustomer(RuleRefused):
    """A customer is called or served at this counter."""

    code = "counter_has_customer"
    sentence = "Counter %1 still has ticket %2. Finish it first."


class RecallsMissing(RuleRefused):
    """The profile asks for more recalls before a no-show."""

    code = "recalls_missing"
    sentence = "Ticket %1 was recalled %2 times; recall it %3 times before marking it absent."


class OutcomeUnknown(RuleRefused):
    """The profile has no such outcome."""

    code = "outcome_unknown"
    sentence = "There is no outcome “%1”. Choose one of: %2."


class ReasonMissing(RuleRefused):
    """This command needs a reason."""

    code = "reason_missing"
    sentence = "Give a reason for this. Choose one of: %1."


class AlreadyRated(RuleRefused):
    """One rating per visit."""

    code = "already_rated"
    sentence = "Ticket %1 was rated already. Each visit is rated once."


class RatingInvalid(RuleRefused):
    """A rating is a whole number from 1 to 5."""

    code = "rating_invalid"
    sentence = "%1 is no rating. Send a whole number from 1 to 5."


class BranchClosed(RuleRefused):
    """No ticket is issued outside the hours of the day."""

    code = "branch_closed"
    sentence = "The branch gives tickets from %1 to %2. Come back then, or ask our staff."


class ServiceNotOffered(RuleRefused):
    """No counter of the profile serves this combination."""

    code = "service_not_offered"
    sentence = "No counter of this branch serves “%1” for “%2”. Choose another service."


class NotPractice(RuleRefused):
    """Something that only a practice branch allows."""

    code = "not_practice"
    sentence = "This is a live branch; its clock cannot be changed. Use a practice branch."


class AccessRefused(LobbyError):
    """The caller is unknown or may not do this."""

    code = "access_refused"


class SignInFailed(AccessRefused):
    """Staff number and PIN do not match (which of the two is not said)."""

    code = "sign_in_failed"
    sentence = "Staff number and PIN do not match. Try again, or ask a manager for a new PIN."


class SignInLocked(AccessRefused):
    """Too many wrong PINs."""

    code = "sign_in_locked"
    sentence = "Too many wrong PINs. Wait %1 s, or ask a manager for a new PIN."


class SessionMissing(AccessRefused):
    """This command needs a staff session."""

    code = "session_missing"
    sentence = "Nobody is signed in here. Sign in with staff number and PIN."


class DeviceUnknown(AccessRefused):
    """The device key is missing, wrong or revoked."""

    code = "device_unknown"
    sentence = "This device is not enrolled. Make a code with: lobby device invite."


class RoleForbidden(AccessRefused):
    """The role may not do this."""

    code = "role_forbidden"
    sentence = "The role “%1” may not do this. Ask somebody with the role “%2”."


class InputInvalid(LobbyError):
    """What was sent or written cannot be understood."""

    code = "input_invalid"


class ProfileInvalid(InputInvalid):
    """The branch profile cannot be loaded: file, place and reason."""

    code = "profile_invalid"
    sentence = "Profile %1: %2"


class BranchNotNamed(InputInvalid):
    """There are several branches, and which one is meant was not said."""

    code = "branch_not_named"
    sentence = "There are several branches: %1. Name one with --branch."


class ScenarioInvalid(InputInvalid):
    """The scenario cannot be loaded: file, place and reason."""

    code = "scenario_invalid"
    sentence = "Scenario %1: %2"


class RequestInvalid(InputInvalid):
    """The body or an argument of a request is wrong: place and reason."""

    code = "request_invalid"
    sentence = "The request cannot be read: %1. Correct it and send it again."


class RequestTooLarge(InputInvalid):
    """The body is larger than any command needs."""

    code = "request_too_large"
    sentence = "The request is larger than %1 KB. Send less."


class KeyReused(InputInvalid):
    """One idempotency key, two different requests."""

    code = "key_reused"
    sentence = "This Idempotency-Key was used for another request. Send a new key."


class NotRecordable(InputInvalid):
    """The database refuses what this command would write: a key that is taken, an odd value."""

    code = "not_recordable"
    sentence = (
        "This cannot be recorded: %1. Nothing was changed. Correct it before you send it again, "
        "or call support."
    )


class EnvironmentFailed(LobbyError):
    """The machine, the network or a device failed; not a bug and not the user's fault."""

    code = "environment_failed"


class StoreUnavailable(EnvironmentFailed):
    """The database cannot be read or written."""

    code = "store_unavailable"
    sentence = "The database cannot be used: %1. Nothing was changed; try again."


class CommitInDoubt(EnvironmentFailed):
    """The database failed during the commit itself: it may count or not.

    Whoever sends the command again with its Idempotency-Key hears what came of it.
    """

    code = "commit_in_doubt"
    sentence = (
        "The database failed while this was being kept: %1. It may have been done or not: look, "
        "or send it again with the same Idempotency-Key."
    )


class DatabaseIsLive(EnvironmentFailed):
    """A practice clock must not write into the log of a real branch."""

    code = "database_is_live"
    sentence = "Database %1 holds real days, so practice may not use it. Give another --database."


class DatabaseIsPractice(EnvironmentFailed):
    """A real branch must not go on in the log of practice days."""

    code = "database_is_practice"
    sentence = "Database %1 holds practice days only. Give another --database for real ones."


class PortInUse(EnvironmentFailed):
    """Another program listens on the port."""

    code = "port_in_use"
    sentence = "Port %1 is in use by another program. Stop it, or choose another with --port."


class AddressUnusable(EnvironmentFailed):
    """This machine cannot listen at the address."""

    code = "address_unusable"
    sentence = "This machine cannot listen at %1 port %2: %3. Choose others with --host or --port."


class ServerUnreachable(EnvironmentFailed):
    """No answer from the branch server."""

    code = "server_unreachable"
    sentence = "The branch server %1 does not answer. Check that it runs and that the cable is in."


class ServerStopping(EnvironmentFailed):
    """The server is shutting down and takes no more commands."""

    code = "server_stopping"
    sentence = "The server is stopping. Nothing was changed; try again in a moment."


class NothingForetold(RuleRefused):
    """Nobody looks ahead at present, or the state of the branch cannot be lived ahead."""

    code = "nothing_foretold"
    sentence = "Nothing can be foretold at the moment. Try again in a minute."


class FileUnreadable(EnvironmentFailed):
    """A file is missing or cannot be opened."""

    code = "file_unreadable"
    sentence = "File %1 cannot be read: %2. Check the path and try again."
