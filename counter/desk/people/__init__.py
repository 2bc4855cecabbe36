"""People: certificates with their ends, courses, a day in context."""
