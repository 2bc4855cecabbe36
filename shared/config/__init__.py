"""Settings of a process and the profile of a branch: typed, read once, passed in."""
