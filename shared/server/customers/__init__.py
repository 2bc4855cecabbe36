"""Adapters of the port ``shared.services.customers``: a file of the branch, or the bank's REST."""
