"""The plain SimPy model that speeds are told as a ratio to; both files kept as they came."""
