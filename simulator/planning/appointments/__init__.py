"""How many appointments, and at what times, so that those who come without one are protected."""
