"""Slips on paper: what they say, how they look, printers, their state, and a virtual printer."""
