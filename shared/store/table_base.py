"""What all tables have in common: where they are registered, and how constraints are named."""

from sqlalchemy import MetaData
from sqlmodel import SQLModel

#: Names for all constraints, so that every migration can address them on every engine.
NAMING = {
    "ix": "ix_%(table_name)s_%(column_0_N_name)s",
    "uq": "uq_%(table_name)s_%(column_0_N_name)s",
    "ck": "ck_%(table_name)s_%(constraint_name)s",
    "fk": "fk_%(table_name)s_%(column_0_N_name)s_%(referred_table_name)s",
    "pk": "pk_%(table_name)s",
}
METADATA = MetaData(naming_convention=NAMING)


class Table(SQLModel):
    """Base of all tables."""

    metadata = METADATA
