"""Refusals at the door: enrolling a device, and asking too often.

Part of the tree in ``shared.domain.errors``, below AccessRefused.
"""

from shared.domain.errors import AccessRefused


class EnrolmentRefused(AccessRefused):
    """The one-time code does not open the door."""

    code = "enrolment_refused"


class EnrolmentCodeUnknown(EnrolmentRefused):
    """No invitation has this code."""

    code = "enrolment_code_unknown"
    sentence = "This enrolment code is not known. Check it, or ask for a new one."


class EnrolmentCodeExpired(EnrolmentRefused):
    """The code was right, and too late."""

    code = "enrolment_code_expired"
    sentence = "This enrolment code is too old. Make a new one with: lobby device invite."


class EnrolmentCodeUsed(EnrolmentRefused):
    """The code was right, and somebody was faster."""

    code = "enrolment_code_used"
    sentence = "This enrolment code was used already. Make a new one, and see: lobby device list."


class DeviceElsewhere(AccessRefused):
    """A key of one branch commands no other, though one server may serve both."""

    code = "device_elsewhere"
    sentence = "This device is not enrolled for branch %1. Make a code with: lobby device invite."


class DeviceOfOneBranch(AccessRefused):
    """What is asked touches every branch of the server."""

    code = "device_of_one_branch"
    sentence = (
        "This device belongs to one of several branches. Use an admin device without a branch."
    )


class AskedTooOften(AccessRefused):
    """More requests than a device, an address or a person sends."""

    code = "asked_too_often"
    sentence = "Too many requests. Wait %1 s and try again."


class TooManyStreams(AccessRefused):
    """More open event streams than a device needs."""

    code = "too_many_streams"
    sentence = "This device has %2 open connections already. Wait %1 s, or close a window."
