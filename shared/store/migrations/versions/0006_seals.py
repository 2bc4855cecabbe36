"""Seals of the log, the log's own name, legal holds; the key of customers becomes one of a month.

Revision: 0006, after 0004 (0005 was never made).
"""

import secrets
from datetime import UTC, datetime

import sqlalchemy as sa
from alembic import op

revision = "0006"
down_revision = "0004"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Old lines stay as they are: what comes after them is sealed."""
    op.create_table(
        "seal",
        sa.Column("branch", sa.String(), nullable=False),
        sa.Column("last", sa.BigInteger(), nullable=False),
        sa.Column("first", sa.BigInteger(), nullable=False),
        sa.Column("key_id", sa.String(), nullable=False),
        sa.Column("digest", sa.String(), nullable=False),
        sa.ForeignKeyConstraint(["branch"], ["branch.id"], name=op.f("fk_seal_branch_branch")),
        sa.PrimaryKeyConstraint("branch", "last", name=op.f("pk_seal")),
    )
    op.create_table(
        "hold",
        sa.Column("id", sa.String(), nullable=False),
        sa.Column("branch", sa.String(), nullable=False),
        sa.Column("from_day", sa.String(), nullable=False),
        sa.Column("to_day", sa.String(), nullable=False),
        sa.Column("reason", sa.String(), nullable=False),
        sa.Column("placed_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("released_at", sa.DateTime(timezone=True), nullable=True),
        sa.ForeignKeyConstraint(["branch"], ["branch.id"], name=op.f("fk_hold_branch_branch")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_hold")),
    )
    log_id = sa.Column("log_id", sa.String(), nullable=False, server_default="")
    op.add_column("branch", log_id)
    _name_logs()
    _date_customers_key()


def _name_logs() -> None:
    """Each log gets a name of its own, by which clients tell it from a restored one."""
    connection = op.get_bind()
    branch = sa.table("branch", sa.column("id", sa.String), sa.column("log_id", sa.String))
    for name in connection.execute(sa.select(branch.c.id)).scalars().all():
        named = sa.update(branch).where(branch.c.id == name)
        connection.execute(named.values(log_id=secrets.token_hex(8)))


def _date_customers_key() -> None:
    """The one key of customers goes on as the key of this month, and is destroyed like it."""
    secret = sa.table("secret", sa.column("name", sa.String))
    month = datetime.now(UTC).strftime("%Y-%m")
    old = sa.update(secret).where(secret.c.name == "customer")
    op.get_bind().execute(old.values(name=f"customer:{month}"))


def downgrade() -> None:
    """Seals and holds are lost; the newest month's key of customers becomes the only one."""
    connection = op.get_bind()
    secret = sa.table("secret", sa.column("name", sa.String))
    months = secret.c.name.like("customer:%")
    newest = connection.execute(sa.select(sa.func.max(secret.c.name)).where(months)).scalar()
    if newest is not None:
        one = sa.update(secret).where(secret.c.name == newest)
        connection.execute(one.values(name="customer"))
        connection.execute(sa.delete(secret).where(months))
    op.drop_column("branch", "log_id")
    op.drop_table("hold")
    op.drop_table("seal")
