"""What is tried and what comes of it, without Qt: cases, plans as drafts, figures, files."""
