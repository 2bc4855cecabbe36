"""The compiled kernel agrees with what it was compiled from."""
