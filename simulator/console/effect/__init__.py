"""The page Effect: what came of a plan, beside what was predicted."""
