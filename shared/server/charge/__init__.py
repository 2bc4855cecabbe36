"""Which of a branch's two servers decides: pure rules on a monotonic clock (decision 0025)."""
