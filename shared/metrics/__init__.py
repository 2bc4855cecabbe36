"""Figures from events: the same for a day that was lived and for one that was simulated.

Everything starts from ``shared.metrics.visit.visits``, which folds a log into one record a ticket.
Times in figures are seconds; shares run from 0 to 1. Standard library only.
"""
