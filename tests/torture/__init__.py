"""The product under load and in trouble: `python3 dev.py torture`."""
