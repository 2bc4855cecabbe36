"""Tickets of any day: found by day and number, told from issue to end with every reason."""
