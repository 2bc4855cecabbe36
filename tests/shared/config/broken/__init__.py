"""A sound profile, and what a manager can get wrong in it: one change, one sentence."""
