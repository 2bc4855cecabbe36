"""Many branches: the same command for each, on a pool of processes or a cluster."""
