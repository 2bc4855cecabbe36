"""The window: bar, pages, work in the background, opening a branch."""
