"""The server under load, on both databases: ``python3 dev.py bench --only store``."""
