"""Refusals as RFC 9457 problem details, in the language that the caller asked for."""

import re
from collections.abc import Sequence
from typing import Any, Final

from fastapi import FastAPI, Request
from fastapi.exceptions import RequestValidationError
from fastapi.responses import Response
from starlette.exceptions import HTTPException
from starlette.routing import Match

from shared.domain import (
    admission,
    away,
    case_refused,
    draft_refused,
    errors,
    planning,
    reach,
    refused,
    sign_in_refused,
    staff_refused,
    survey_refused,
)
from shared.domain.errors import LobbyError, RequestInvalid
from shared.i18n import LANGUAGES, error_sentence
from shared.protocol.problem import MEDIA_TYPE, Problem
from shared.reports.day import DayMissing


class AddressUnknown(errors.InputInvalid):
    """Nothing lives at this address."""

    code = "address_unknown"
    sentence = "There is nothing at %1. Check the address."


class MethodUnknown(errors.InputInvalid):
    """The address exists, the method does not."""

    code = "method_unknown"
    sentence = "%1 cannot be used at %2. See the interface description at %3."


class PhonePageUnknown(errors.RuleRefused):
    """No ticket belongs to this phone page, or not any more."""

    code = "phone_page_unknown"
    sentence = "This page shows no ticket of today. Scan the code on your slip again."


class OtherSite(errors.RuleRefused):
    """A page of another web site sent a command here."""

    code = "other_site"
    sentence = "This came from another web site, and nothing was done. Use the page itself."


class BookingOff(errors.RuleRefused):
    """This branch takes no bookings from afar."""

    code = "booking_off"
    sentence = "This branch takes no bookings over the network. Book at the kiosk or by telephone."


class InternalFault(errors.EnvironmentFailed):
    """A bug. The details are in the server's log."""

    code = "internal_fault"
    sentence = "The server made a mistake. Nothing was changed; try again, then call support."


#: From the most special class to the most general; the first that fits decides.
STATUSES: Final[tuple[tuple[type[LobbyError], int], ...]] = (
    (errors.TicketUnknown, 404),
    (errors.CounterUnknown, 404),
    (errors.StaffUnknown, 404),
    (errors.BranchUnknown, 404),
    (PhonePageUnknown, 404),
    (refused.PhonePageEnded, 410),
    (OtherSite, 403),
    (DayMissing, 404),
    (refused.IncidentUnknown, 404),
    (reach.ErrandUnknown, 404),
    (planning.PlanUnknown, 404),
    (refused.AppointmentUnknown, 404),
    (refused.NoAppointments, 422),
    (errors.ServiceUnknown, 422),
    (errors.SegmentUnknown, 422),
    (errors.ServiceNotOffered, 422),
    (errors.OutcomeUnknown, 422),
    (errors.ReasonMissing, 422),
    (errors.RatingInvalid, 422),
    (case_refused.CaseUnknown, 404),
    (draft_refused.DraftUnknown, 404),
    (draft_refused.VersionUnknown, 404),
    (case_refused.CaseWordUnknown, 422),
    (case_refused.ReceivedInvalid, 422),
    (staff_refused.CertificateUnknown, 422),
    (staff_refused.CertificateEndInvalid, 422),
    (staff_refused.CourseUnknown, 422),
    (staff_refused.CourseDayInvalid, 422),
    (survey_refused.CampaignUnknown, 404),
    (survey_refused.SurveyUnknown, 422),
    (survey_refused.CampaignPeriodInvalid, 422),
    (survey_refused.MarksInvalid, 422),
    (refused.HoldPoolUnknown, 422),
    (refused.TooManyNeeds, 422),
    (refused.TooManyItems, 422),
    (refused.NeedTwice, 422),
    (refused.DeferTooLong, 422),
    (refused.MentorMissing, 422),
    (errors.RuleRefused, 409),
    (errors.RoleForbidden, 403),
    (errors.SignInLocked, 429),
    (admission.AskedTooOften, 429),
    (admission.TooManyStreams, 429),
    (admission.EnrolmentRefused, 403),
    (admission.DeviceElsewhere, 403),
    (admission.DeviceOfOneBranch, 403),
    (sign_in_refused.WayNotOffered, 409),
    (sign_in_refused.PersonUnknown, 403),
    (sign_in_refused.NoRole, 403),
    (errors.AccessRefused, 401),
    (AddressUnknown, 404),
    (MethodUnknown, 405),
    (errors.RequestTooLarge, 413),
    (errors.InputInvalid, 422),
    (InternalFault, 500),
    (errors.EnvironmentFailed, 503),
)


def status_of(error: LobbyError) -> int:
    """The HTTP status of a refusal."""
    return next(status for kind, status in STATUSES if isinstance(error, kind))


def problem_of(error: LobbyError, language: str) -> Problem:
    """The refusal as problem details in a language (zh or en)."""
    return Problem(
        type=f"urn:branch-lobby:problem:{error.code}",
        title=error.code.replace("_", " ").capitalize(),
        status=status_of(error),
        detail=error_sentence(error, language),
        code=error.code,
        params=error.params,
    )


def problem_response(error: LobbyError, accept_language: str) -> Response:
    """The refusal as an HTTP answer."""
    problem = problem_of(error, wanted_language(accept_language))
    headers = {"Content-Language": wanted_language(accept_language)}
    if problem.status == 429:  # the first figure of each of them is when to come again
        headers["Retry-After"] = error.params[0]
    elif isinstance(error, away.SOON):
        headers["Retry-After"] = "1"
    elif problem.status == 401:
        headers["WWW-Authenticate"] = "Bearer"
    return Response(problem.model_dump_json(), problem.status, headers, MEDIA_TYPE)


def wanted_language(accept_language: str) -> str:
    """The first of our languages in an Accept-Language header; Chinese when none is named.

    Quality values are read as far as they order the list (RFC 9110, 12.5.4).
    """
    ranges = []
    for place, part in enumerate(accept_language.split(",")):
        tag, _, parameters = part.strip().partition(";")
        quality = re.fullmatch(r"\s*q=(0(?:\.\d{0,3})?|1(?:\.0{0,3})?)\s*", parameters)
        ranges.append((-float(quality[1]) if quality else -1.0, place, tag.lower()[:2]))
    for rank, _, tag in sorted(ranges):
        if rank < 0 and tag in LANGUAGES:
            return tag
    return LANGUAGES[0]


def declare(*statuses: int) -> dict[int | str, dict[str, Any]]:
    """The OpenAPI description of refusals with these statuses."""
    content = {MEDIA_TYPE: {"schema": {"$ref": "#/components/schemas/Problem"}}}
    return {status: {"description": _MEANING[status], "content": content} for status in statuses}


_MEANING: Final = {
    401: "No enrolled device, or nobody signed in.",
    403: "The role may not do this, or the device belongs to another branch.",
    404: "No such branch, counter or ticket.",
    405: "The method cannot be used here.",
    409: "A rule says no; nothing was changed.",
    410: "The phone page has ended with its visit.",
    413: "The body is too large.",
    422: "The request cannot be understood.",
    429: "Too many requests, wrong PINs, wrong codes or open streams.",
    500: "A fault of the server; nothing was changed.",
    503: "The server cannot do it now; nothing was changed, unless the code is commit_in_doubt.",
}
#: The framework's name for a body that is no JSON.
NO_JSON: Final = "json_invalid"
_METHODS: Final = ("DELETE", "GET", "HEAD", "PATCH", "POST", "PUT")
ALWAYS: Final = (401, 403, 404, 413, 422, 429, 500, 503)


def answer_refusals(app: FastAPI) -> None:
    """Make every refusal of this application a problem.

    The door is imported here: it knows the house, and the house's parts know what a problem is.
    """
    from shared.server.door import ask_for_key

    def refused(request: Request, error: Exception) -> Response:
        assert isinstance(error, LobbyError)
        return problem_response(error, _accepted(request))

    async def invalid(request: Request, error: Exception) -> Response:
        assert isinstance(error, RequestValidationError)
        faults = error.errors()
        if faults[0]["type"] == NO_JSON:
            return await unread(request, RequestInvalid(first_fault(faults)))
        return problem_response(RequestInvalid(first_fault(faults)), _accepted(request))

    async def unread(request: Request, fault: RequestInvalid) -> Response:
        """Nobody has been asked for a key yet."""
        try:
            await ask_for_key(request)
        except LobbyError as error:
            return problem_response(error, _accepted(request))
        return problem_response(fault, _accepted(request))

    async def not_routed(request: Request, error: Exception) -> Response:
        assert isinstance(error, HTTPException)
        path = request.url.path
        if error.status_code == 405:
            known = MethodUnknown(request.method, path, app.openapi_url)
            response = problem_response(known, _accepted(request))
            response.headers["Allow"] = ", ".join(_methods_at(app, request))
            return response
        if error.status_code == 404:
            return problem_response(AddressUnknown(path), _accepted(request))
        return await unread(request, RequestInvalid(error.detail))

    app.add_exception_handler(LobbyError, refused)
    app.add_exception_handler(RequestValidationError, invalid)
    app.add_exception_handler(HTTPException, not_routed)


def _methods_at(app: FastAPI, request: Request) -> list[str]:
    """Every method of this address. Starlette names only those of the first route that fits."""
    return [
        method
        for method in _METHODS
        if any(
            route.matches({**request.scope, "method": method})[0] is Match.FULL
            for route in app.routes
        )
    ]


def first_fault(faults: Sequence[Any]) -> str:
    """The place and the reason of the first thing that is wrong with a request."""
    first = faults[0]
    place = ".".join(str(part) for part in first["loc"])
    return f"{place}: {first['msg']}"


def _accepted(request: Request) -> str:
    return request.headers.get("accept-language", "")
