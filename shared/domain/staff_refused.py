"""Refusals about people's certificates and courses; the tree is drawn in ``errors``."""

from shared.domain.errors import RuleRefused


class CertificateUnknown(RuleRefused):
    """The profile has no such kind of certificate."""

    code = "certificate_unknown"
    sentence = "This branch has no certificate “%1”. Choose one of: %2."


class CertificateNotHeld(RuleRefused):
    """Nothing to withdraw."""

    code = "certificate_not_held"
    sentence = "%1 does not hold the certificate “%2”. Look at the list of staff again."


class CertificateEndInvalid(RuleRefused):
    """A certificate ends in the future, and not after decades."""

    code = "certificate_end_invalid"
    sentence = "A certificate ends between tomorrow and %1 years from now. Correct the day."


class OwnCertificate(RuleRefused):
    """Nobody gives themselves a certificate or a result."""

    code = "own_certificate"
    sentence = "Nobody enters certificates or results for themselves. Ask a colleague in charge."


class NotCertified(RuleRefused):
    """The person lacks a certificate that the service needs."""

    code = "not_certified"
    sentence = "%1 has no valid certificate “%3”, which “%2” needs. Choose somebody who has it."


class CourseUnknown(RuleRefused):
    """The profile has no such course."""

    code = "course_unknown"
    sentence = "This branch has no course “%1”. Choose one of: %2."


class CourseDayInvalid(RuleRefused):
    """A course was held today or in the years before."""

    code = "course_day_invalid"
    sentence = "A course was held today or in the past %1 days. Correct the day."
