"""Whole days in tests: two profiles, a second book, and a machine that presses every key."""
