"""The words and rules of the lobby: what may happen to tickets, counters and the day.

Standard library only. Time, identifiers and chance are passed in. Commands look at a branch and
return events; ``apply`` is the only thing that changes a branch; replaying the log rebuilds it.
"""
