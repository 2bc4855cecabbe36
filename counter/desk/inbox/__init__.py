"""The inbox: what customers said on every channel, and everything that is done about it."""
