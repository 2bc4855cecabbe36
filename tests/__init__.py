"""The tests. A test's path mirrors its module's: `shared/domain/ticket.py` is tested in
`tests/shared/domain/test_ticket.py`. Every folder here has an `__init__.py`; without it
`tests/kiosk` would hide the real `kiosk`.
"""
