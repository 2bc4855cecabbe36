"""Every published profile is kept; tickets may be held.

Revision: 0002, after 0001. The one profile of a branch becomes the version that holds from the
beginning of its log (``published_us`` 0), since older logs do not say what held before.
"""

import hashlib
import json

import sqlalchemy as sa
from alembic import op

revision = "0002"
down_revision = "0001"
branch_labels = None
depends_on = None

STATES = "'waiting', 'called', 'serving', 'held', 'closed', 'no_show', 'cancelled', 'expired'"
STATES_0001 = "'waiting', 'called', 'serving', 'closed', 'no_show', 'cancelled', 'expired'"

BRANCH = sa.table("branch", sa.column("id", sa.String()), sa.column("profile", sa.Text()))
VERSION = sa.table(
    "profile_version",
    sa.column("branch", sa.String()),
    sa.column("hash", sa.String()),
    sa.column("version", sa.String()),
    sa.column("body", sa.Text()),
    sa.column("published_us", sa.BigInteger()),
)


def upgrade() -> None:
    """Make the table of versions from the profiles of the branches."""
    op.create_table(
        "profile_version",
        sa.Column("branch", sa.String(), nullable=False),
        sa.Column("hash", sa.String(), nullable=False),
        sa.Column("version", sa.String(), nullable=False),
        sa.Column("body", sa.Text(), nullable=False),
        sa.Column("published_us", sa.BigInteger(), nullable=False),
        sa.ForeignKeyConstraint(
            ["branch"], ["branch.id"], name=op.f("fk_profile_version_branch_branch")
        ),
        sa.PrimaryKeyConstraint("branch", "hash", name=op.f("pk_profile_version")),
    )
    connection = op.get_bind()
    for row in connection.execute(sa.select(BRANCH.c.id, BRANCH.c.profile)).all():
        if row.profile:
            connection.execute(VERSION.insert().values(**_version(row.id, row.profile)))
    # Without a batch: a copy of this table would break what refers to it.
    op.drop_column("branch", "profile")
    _allow_states(STATES)


def downgrade() -> None:
    """Keep the newest version of each branch only."""
    op.add_column("branch", sa.Column("profile", sa.Text(), nullable=False, server_default=""))
    newest = (
        sa.select(VERSION.c.body)
        .where(VERSION.c.branch == BRANCH.c.id)
        .order_by(VERSION.c.published_us.desc())
        .limit(1)
    ).scalar_subquery()
    op.execute(sa.update(BRANCH).values(profile=sa.func.coalesce(newest, "")))
    op.drop_table("profile_version")
    _allow_states(STATES_0001)


def _version(branch: str, profile: str) -> dict[str, object]:
    """The row of a profile; spelling and fingerprint as in shared.config.fingerprint, frozen."""
    content = json.loads(profile)
    body = json.dumps(content, ensure_ascii=False, sort_keys=True, separators=(",", ":"))
    return {
        "branch": branch,
        "hash": hashlib.sha256(body.encode()).hexdigest()[:16],
        "version": str(content["version"]),
        "body": body,
        "published_us": 0,
    }


def _allow_states(states: str) -> None:
    """SQLite changes no constraint, so there the table is copied with another one.

    The table is written out: whether its checks are reflected depends on the library's version.
    """
    if op.get_bind().dialect.name != "sqlite":
        op.drop_constraint(op.f("ck_ticket_state"), "ticket", type_="check")
        op.create_check_constraint(op.f("ck_ticket_state"), "ticket", f"state IN ({states})")
        return
    with op.batch_alter_table("ticket", recreate="always", copy_from=_ticket(states)):
        pass


def _ticket(states: str) -> sa.Table:
    """The table of 0001 with these states."""
    return sa.Table(
        "ticket",
        sa.MetaData(),
        sa.Column("id", sa.String(), nullable=False),
        sa.Column("branch", sa.String(), nullable=False),
        sa.Column("day", sa.String(), nullable=False),
        sa.Column("series", sa.String(), nullable=False),
        sa.Column("ordinal", sa.Integer(), nullable=False),
        sa.Column("number", sa.String(), nullable=False),
        sa.Column("service", sa.String(), nullable=False),
        sa.Column("segment", sa.String(), nullable=False),
        sa.Column("language", sa.String(), nullable=False),
        sa.Column("state", sa.String(), nullable=False),
        sa.Column("arrived_us", sa.BigInteger(), nullable=False),
        sa.Column("issued_us", sa.BigInteger(), nullable=False),
        sa.Column("called_us", sa.BigInteger(), nullable=True),
        sa.Column("started_us", sa.BigInteger(), nullable=True),
        sa.Column("ended_us", sa.BigInteger(), nullable=True),
        sa.Column("counter", sa.String(), nullable=False),
        sa.Column("staff", sa.String(), nullable=False),
        sa.Column("recalls", sa.Integer(), nullable=False),
        sa.Column("returns", sa.Integer(), nullable=False),
        sa.Column("overtaken", sa.Integer(), nullable=False),
        sa.Column("outcome", sa.String(), nullable=False),
        sa.Column("rating", sa.Integer(), nullable=True),
        sa.CheckConstraint(f"state IN ({states})", name=op.f("ck_ticket_state")),
        sa.CheckConstraint(
            "rating IS NULL OR rating BETWEEN 1 AND 5", name=op.f("ck_ticket_rating")
        ),
        sa.ForeignKeyConstraint(["branch"], ["branch.id"], name=op.f("fk_ticket_branch_branch")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_ticket")),
        sa.UniqueConstraint(
            "branch", "day", "series", "ordinal", name=op.f("uq_ticket_branch_day_series_ordinal")
        ),
    )
