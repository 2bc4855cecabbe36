"""The routes of head office."""
