"""The manager's what-if: simulated branch days, experiments on them, and the demo day."""
