"""Sentences of the pages of simulated days: what was simulated, and what to make of it."""

from shared.i18n import translate
from shared.reports.amounts import minutes
from simulator.experiment.engine import Choice, Engine
from simulator.experiment.parameters import ParameterShare
from simulator.experiment.precision import Precision
from simulator.experiment.replicate import Study
from simulator.experiment.theory_day import TheoryDay
from simulator.model.plan import Plan


def day_type_name(plan: Plan, language: str) -> str:
    """The name of the plan's type of day: the profile's, or the ordinary one."""
    kind = plan.rules.calendar.day_type(plan.day)
    named = {table.id: table.name.of(language) for table in plan.profile.calendar.types}
    return named.get(kind) or translate("SimReport", "ordinary", language=language)


def days_lived(days: int, day_type: str, seed: int | None, language: str) -> str:
    """How many days, of which type, by which seed."""
    if seed is None:
        return translate("SimReport", "One day with given customers.", language=language)
    return translate(
        "SimReport",
        "Days simulated: %1 (type of day: %2, seed %3).",
        days,
        day_type,
        seed,
        language=language,
    )


def engine_sentences(choice: Choice, language: str) -> list[str]:
    """Which engine lived the days; what the fast one lacked is named in English."""
    if choice.engine is Engine.COMPILED:
        return [translate("SimReport", "Lived by the compiled kernel.", language=language)]
    return [
        translate(
            "SimReport", "Lived by the reference model (SimPy): %1.", choice.why, language=language
        )
    ]


def differences_sentences(precision: Precision | None, language: str) -> list[str]:
    """Whether a comparison reached the precision that was asked for; nothing when none was."""
    if precision is None:
        return []
    reached, wanted = (f"{x:.1%}" for x in (precision.reached_0_1, precision.wanted_0_1))
    if precision.is_reached:
        return [
            translate(
                "SimReport",
                "Asked for differences to within %1 of the base's mean wait: reached %2.",
                wanted,
                reached,
                language=language,
            )
        ]
    return [
        translate(
            "SimReport",
            "Asked for differences to within %1 of the base's mean wait: it is %2. Allow more "
            "days.",
            wanted,
            reached,
            language=language,
        )
    ]


def share_over(limit_s: float, language: str) -> str:
    """The head of the share over a limit."""
    return translate("SimReport", "Share over %1 min", f"{limit_s / 60:g}", language=language)


def theory_sentence(theory: TheoryDay | None, language: str) -> str:
    """What theory says beside the simulated mean; empty where it says nothing."""
    if theory is None:
        return ""
    return translate(
        "SimReport",
        "Queueing theory, with everybody in one line before equal counters and exponential "
        "service: mean wait %1 min. Skills kept apart and uneven loads make a real day longer.",
        minutes(theory.mean_wait_min * 60),
        language=language,
    )


def precision_sentence(precision: Precision | None, study: Study, language: str) -> str:
    """Whether the precision that was asked for was reached."""
    if precision is None:
        return ""
    reached, wanted = (f"{x:.1%}" for x in (precision.reached_0_1, precision.wanted_0_1))
    if precision.is_reached:
        return translate(
            "SimReport",
            "Asked for a mean wait to within %1 of itself: reached %2 after %3 days.",
            wanted,
            reached,
            len(study.days),
            language=language,
        )
    return translate(
        "SimReport",
        "Asked for a mean wait to within %1 of itself: after %3 days it is %2. Allow more days.",
        wanted,
        reached,
        len(study.days),
        language=language,
    )


def parameter_sentence(share: ParameterShare | None, language: str) -> str:
    """What the uncertainty of the scenario's own figures adds; empty for an exact scenario."""
    if share is None:
        return ""
    figures = (minutes(share.from_parameters_s), minutes(share.from_days_s))
    if share.dominates:
        return translate(
            "SimReport",
            "The scenario's figures are estimates: they alone leave the mean wait uncertain by "
            "± %1 min, more than the simulated days do (± %2 min). More recorded days will help, "
            "more simulated days will not.",
            *figures,
            language=language,
        )
    return translate(
        "SimReport",
        "The scenario's figures are estimates: they leave the mean wait uncertain by ± %1 min, "
        "besides the ± %2 min of the simulated days.",
        *figures,
        language=language,
    )
