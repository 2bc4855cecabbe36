"""The addresses under /api/v1 and the probes, one module per subject."""
