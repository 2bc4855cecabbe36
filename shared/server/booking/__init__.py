"""Booking from afar: the public page /book/{branch} and what it asks for."""
