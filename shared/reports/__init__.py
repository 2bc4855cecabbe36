"""Reports for people and files for other programs, made from the event log."""
