"""The hall as a plan: a simulated day in motion, and where things stand."""
