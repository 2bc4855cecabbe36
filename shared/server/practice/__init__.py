"""The practice branch beside a real one: its own log, clock, numbers, and made-up customers."""
