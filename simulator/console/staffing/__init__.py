"""The page Staffing: how many counters are needed and open, who is there, what to settle."""
