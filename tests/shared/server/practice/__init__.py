"""The practice branch."""
