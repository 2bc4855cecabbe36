"""People and surveys as the server would tell them, for tests and pictures."""

from datetime import date, timedelta
from typing import Any

from shared.config.base_tables import Text
from shared.config.profile import Profile
from shared.config.staff_tables import CertificateTable
from shared.protocol.staff import PersonDay, PersonView, StaffList, TrainingReport
from shared.protocol.survey import (
    CampaignList,
    CampaignReport,
    CampaignView,
    QuestionView,
    ReachView,
)
from tests.support import view
from tests.support.profiles import NEIGHBOURHOOD

QUESTIONS = tuple(question.id for question in NEIGHBOURHOOD.surveys[0].questions)


def profile() -> Profile:
    """The neighbourhood branch with two kinds of certificates."""
    kinds = (
        CertificateTable(
            id="fund-sales",
            name=Text(zh="基金销售资格", en="Fund sales licence"),
            services=("wealth",),
        ),
        CertificateTable(
            id="counterfeit",
            name=Text(zh="反假货币证书", en="Counterfeit notes"),
            services=("cash",),
        ),
    )
    return NEIGHBOURHOOD.model_copy(update={"certificates": kinds})


def person(staff: str, name: str, role: str = "teller", **more: Any) -> PersonView:
    """Somebody without papers, unless told otherwise."""
    return PersonView(staff=staff, name=name, role=role, **more)


def certificate(kind: str, days: int, standing: str) -> dict[str, object]:
    """One that ends so many days from now."""
    midnight = view.NOW.astimezone(view.BRANCH_ZONE).replace(hour=0, minute=0)
    return {
        "certificate": kind,
        "granted_at": view.NOW - timedelta(days=300),
        "valid_until": midnight + timedelta(days=days + 1),
        "standing": standing,
        "by": "2001",
        "by_name": "Gao Jun",
    }


def course(name: str, day: date, score: int | None) -> dict[str, object]:
    """One that was taken then."""
    passed = score is None or score >= 60
    return {"course": name, "held_on": day, "is_passed": passed, "score": score, "by": "2001"}


def staff() -> StaffList:
    """Six people: one certificate over, one about to end."""
    november, may = date(2026, 11, 5), date(2026, 5, 14)
    people = (
        person(
            "1042",
            "Zhao Lei",
            counter="2",
            certificates=(
                certificate("counterfeit", 410, "valid"),
                certificate("fund-sales", -1, "over"),
            ),
            trainings=(
                course("service", november, 92),
                course("product", november, 55),
                course("compliance", may, None),
            ),
        ),
        person(
            "1043",
            "Sun Hao",
            counter="1",
            certificates=(certificate("counterfeit", 12, "ending"),),
            is_due=True,
        ),
        person("1044", "Liu Yang", certificates=(certificate("counterfeit", 200, "valid"),)),
        person("1051", "Chen Min", "adviser", skills=("wealth",), is_due=True),
        person("2001", "Gao Jun", "supervisor"),
        person("3001", "He Ping", "quality"),
    )
    report = TrainingReport(
        begins_on=date(2026, 7, 1),
        ends_on=date(2026, 12, 31),
        taken=8,
        passed=7,
        pass_share=7 / 8,
        target_share=0.8,
        due=("1043", "1051"),
    )
    return StaffList(people=people, training=report)


def a_day(staff_number: str = "1042") -> PersonDay:
    """Twenty-three matters with twelve marks."""
    return PersonDay(
        staff=staff_number,
        day=date(2026, 11, 24),
        served=23,
        mean_s=318,
        same_mix_s=336,
        by_service={"cash": 14, "account": 6, "lost": 3},
        marks=12,
        share_satisfied=11 / 12,
    )


def campaign(name: str = "c-2", is_running: bool = True) -> CampaignView:
    """This quarter's, or an older one."""
    begins = view.NOW - timedelta(days=40 if is_running else 130)
    return CampaignView(
        id=name,
        survey="quarter",
        from_at=begins,
        until_at=begins + timedelta(days=80),
        is_running=is_running,
        shares={"ordinary": 0.5, "priority": 1.0, "key": 1.0},
        questions=QUESTIONS,
        by="3001",
        by_name="He Ping",
    )


def reach(segment: str | None, customers: int, asked: int, answered: int) -> ReachView:
    """So far."""
    share = answered / customers if customers else None
    return ReachView(
        segment=segment,
        customers=customers,
        asked=asked,
        answered=answered,
        coverage=share,
        is_reached=(share or 0) >= 0.3,
    )


def campaigns() -> CampaignList:
    """One that asks now, one of before."""
    both = (campaign(), campaign("c-1", is_running=False))
    return CampaignList(campaigns=both, is_due=False, target_share=0.3)


def outcome() -> CampaignReport:
    """One segment has not come far enough yet; a question has few answers."""
    means = ((4.1, 0.82), (4.4, 0.91), (3.4, 0.61), (4.7, 0.95))
    questions = [
        QuestionView(question=name, answers=640, mean=mean, share_satisfied=good)
        for name, (mean, good) in zip(QUESTIONS, means, strict=False)
    ]
    questions.append(QuestionView(question=QUESTIONS[-1], answers=3))
    return CampaignReport(
        campaign=campaign(),
        target_share=0.3,
        whole=reach(None, 2190, 1350, 702),
        segments=(
            reach("ordinary", 1680, 840, 437),
            reach("priority", 390, 390, 222),
            reach("key", 120, 120, 43),
        ),
        questions=tuple(questions),
        answers_least=5,
    )
