"""A calibration as one self-contained page: both languages, pictures inside, no script."""

import math

from shared.config.profile import Profile
from shared.i18n import translate
from shared.reports.page import LANGUAGES, render, template_of
from simulator.calibration.calibrate import Calibration, Class, clock_text
from simulator.calibration.chart import arrivals_chart, fits_chart, patience_chart
from simulator.calibration.fit import Fit
from simulator.calibration.reasons import reason
from simulator.calibration.table import interval
from simulator.calibration.words import family, words
from simulator.report.cells import Row


def render_calibration(found: Calibration, profile: Profile) -> str:
    """The page. Chinese is shown first, a switch at the top shows English."""
    bodies = {language: _body(found, profile, language) for language in LANGUAGES}
    template = template_of("simulator.calibration", "calibration.html.j2")
    return render(template, profile.bank.accent, profile.branch.name.zh, bodies=bodies)


def _body(found: Calibration, profile: Profile, language: str) -> dict[str, object]:
    """Everything that the page shows in one language."""
    names = _Names(profile, language)
    return {
        "words": words(language),
        "branch": profile.branch.name.of(language),
        "sentences": _sentences(found, language),
        "assumed": [reason(sentence, language) for sentence in found.assumed],
        "dropped": [
            Row(reason(why, language), (str(count), str(line) if line else ""))
            for why, (count, line) in found.records.dropped.items()
        ],
        "arrivals": arrivals_chart(
            _clocks(found),
            found.arrivals.per_hour,
            words(language)["arrivals"],
            f"{language}-arrivals",
        ),
        "services": [_service_row(names.of(key), f, language) for key, f in found.services.items()],
        "fits": _fits(found, names, language),
        "people": _people(found, names, language),
        "patience": _patience(found, names, language),
        "speeds": [
            Row(s.staff, (str(s.served), interval(s.speed, 1, 2), f"{s.raw:.2f}"))
            for s in found.speeds
        ],
    }


class _Names:
    """What classes of customers are called in one language."""

    def __init__(self, profile: Profile, language: str) -> None:
        self.services = {s.id: s.name.of(language) for s in profile.services}
        self.segments = {s.id: s.name.of(language) for s in profile.segments}
        self.everybody, self.others = words(language)["everybody"], words(language)["all"]

    def of(self, key: Class, *, is_only: bool = False) -> str:
        """Service and segment, whichever is given."""
        service, segment = key
        parts = (self.services.get(service, ""), self.segments.get(segment, ""))
        return " · ".join(part for part in parts if part) or (
            self.everybody if is_only else self.others
        )


def _sentences(found: Calibration, language: str) -> list[str]:
    records, days = found.records, found.arrivals.days
    used = translate(
        "CalibrationReport",
        "%1: rows read %2, customers used %3.",
        records.source,
        records.read,
        len(records.rows),
        language=language,
    )
    when = translate(
        "CalibrationReport",
        "Days of type %1: %2, from %3 to %4.",
        found.arrivals.day_type,
        len(days),
        days[0],
        days[-1],
        language=language,
    )
    return [used, when]


def _clocks(found: Calibration) -> list[str]:
    opens_s = found.arrivals.opens_s
    return [clock_text(opens_s + 1800 * i) for i in range(len(found.arrivals.per_hour))]


def _service_row(name: str, fitted: Fit, language: str) -> Row:
    told = family(fitted.distribution.distribution, language)
    if fitted.is_poor:
        told = f"{told} ({words(language)['poorly']})"
    figures = (str(fitted.count), interval(fitted.mean_min), interval(fitted.cv, 1, 2))
    return Row(name, (told, *figures))


def _fits(found: Calibration, names: _Names, language: str) -> str:
    if not found.services:
        return ""
    label = words(language)
    shown = [(names.of(key), f, found.times_min[key]) for key, f in found.services.items()]
    told = (label["fits"], label["fitted_min"], label["observed_min"])
    return fits_chart(shown, told, f"{language}-fits")


def _people(found: Calibration, names: _Names, language: str) -> list[Row]:
    """Patience, missed calls and walks, each with its interval."""
    label = words(language)
    rows = [Row(label["a_day"], (interval(found.arrivals.a_day),))]
    rows.append(Row(label["day_factor"], (f"{found.arrivals.day_factor_cv:.2f}",)))
    for key, group in found.patience.items():
        who = names.of(key, is_only=len(found.patience) == 1)
        shape = family(group.distribution.distribution, language)
        told = f"{interval(group.mean_min)} {shape}"
        rows.append(Row(f"{label['patience_min']} · {who}", (told,)))
    for key, each in found.appointments.items():
        who = names.of(key)
        rows.append(Row(f"{label['filled']} · {who}", (interval(each.filled, 100),)))
        rows.append(Row(f"{label['lateness']} · {who}", (interval(each.lateness_mean_min),)))
        rows.append(Row(f"{label['never']} · {who}", (interval(each.no_show, 100),)))
    if not math.isnan(found.no_shows.value):
        rows.append(Row(label["no_shows"], (interval(found.no_shows, 100),)))
    if found.walk_s is not None:
        rows.append(Row(label["walk_s"], (interval(found.walk_s),)))
    return rows


def _patience(found: Calibration, names: _Names, language: str) -> str:
    if not found.patience:
        return ""
    label = words(language)
    is_only = len(found.patience) == 1
    groups = [(names.of(key, is_only=is_only), group) for key, group in found.patience.items()]
    told = (label["staying"], label["minutes"], label["observed"], label["fitted"])
    return patience_chart(groups, told, f"{language}-patience")
