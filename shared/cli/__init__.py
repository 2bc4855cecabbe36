"""The umbrella command `lobby`: finds the parts' commands by name and imports none of them."""
