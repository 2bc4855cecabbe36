"""What is given out about one booking besides its data: a calendar file, the code to be scanned."""

import io

from shared.config.profile import Profile
from shared.protocol.appointment import AppointmentView
from shared.protocol.event import to_datetime
from shared.server.booking.calendar import calendar_file
from shared.server.booking.words import rule, words
from shared.server.phone.page import languages


def calendar_of(
    found: AppointmentView, profile: Profile, code: str, digest: str, now_us: int
) -> str:
    """The appointment for the customer's own calendar, in the customer's language."""
    language, _ = languages(found.language)
    service = next((s.name.of(language) for s in profile.services if s.id == found.service), "")
    table = next((t for t in profile.appointments if t.service == found.service), None)
    note = f"{words(language)['code']}: {code}"
    return calendar_file(
        uid=f"{digest[:32]}@{profile.branch.id}",
        at=found.at,
        made=to_datetime(now_us),
        summary=f"{profile.bank.name.of(language)} · {service}",
        place=profile.branch.name.of(language),
        note=f"{note}\n{rule(table, language)}" if table else note,
    )


def drawn(code: str) -> bytes:
    """The code as a QR code, SVG."""
    import qrcode
    from qrcode.image.svg import SvgPathFillImage

    image = io.BytesIO()
    qrcode.make(code, image_factory=SvgPathFillImage, border=4).save(image)
    return image.getvalue()
