"""Everything that more than one program needs: rules, figures, wire, store, server, look.

The arrows between the folders are contracts in `pyproject.toml` (import-linter) and are told
in `docs/architecture.md`. Nothing here imports `kiosk`, `counter` or `simulator`.
"""
