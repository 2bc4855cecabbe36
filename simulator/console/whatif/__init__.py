"""The page What-if: two plans beside each other."""
