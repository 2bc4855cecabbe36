"""What people must have learnt, in the profile: certificates that services need, courses (R10)."""

from pydantic import Field

from shared.config.base_tables import Identifier, Table, Text


class CertificateTable(Table):
    """A certificate without which nobody serves these services."""

    id: Identifier
    name: Text
    services: tuple[Identifier, ...] = Field(min_length=1, max_length=62)
    warn_days: int = Field(default=30, ge=0, le=365, description="told so long before its end")


class CourseTable(Table):
    """A course that people take."""

    id: Identifier
    name: Text


class TrainingTable(Table):
    """How often people are trained, and what share is to pass. Twice a year, 80 %: R10."""

    per_year: int = Field(default=2, ge=1, le=12, description="courses each person takes a year")
    pass_share: float = Field(default=0.8, gt=0, le=1, description="of those who took one")
    courses: tuple[CourseTable, ...] = Field(
        default=(
            CourseTable(id="service", name=Text(zh="服务规范", en="Service standards")),
            CourseTable(id="compliance", name=Text(zh="合规与风险", en="Compliance and risk")),
            CourseTable(id="product", name=Text(zh="产品知识", en="Products")),
        ),
        max_length=40,
    )
