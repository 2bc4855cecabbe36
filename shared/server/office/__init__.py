"""Head office's server: copies of the branches' logs, and what it wants of the branches."""
