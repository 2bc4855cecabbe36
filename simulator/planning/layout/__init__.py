"""How many machines, which counter does what, and where things stand."""
