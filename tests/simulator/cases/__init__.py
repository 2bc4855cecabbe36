"""The reference cases with known answers: scenario files, expected figures, both engines."""
