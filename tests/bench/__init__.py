"""How long things take, measured on the real programs: ``python -m tests.bench`` prints a table.

Nothing here decides a test: figures depend on the machine and on what else runs on it.
"""
