"""Whether a change did what was predicted: what came, beside what was said."""
