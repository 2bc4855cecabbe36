"""Experiments with the model: many days, intervals, and what theory says beside them."""
