"""The database: event log, tables that are read, the one writer. The only place with SQLModel."""
