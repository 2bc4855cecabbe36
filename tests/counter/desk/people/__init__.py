"""People and surveys at the desk."""
