"""Weights of the discipline under the fairness caps: who waits how long, at what cost."""
