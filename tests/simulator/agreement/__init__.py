"""The two engines give the same days, event for event."""
