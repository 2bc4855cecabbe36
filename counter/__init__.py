"""What staff use: the teller's program, the rating pad, the desk."""
