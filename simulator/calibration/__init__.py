"""From what a branch recorded to a scenario: rates, times, patience, each with its uncertainty."""
