"""What a server does about the other server of its branch (decision 0025)."""
