"""The house rules that no ready-made tool knows, each with a sentence for whoever breaks it."""
