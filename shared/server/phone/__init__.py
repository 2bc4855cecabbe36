"""The customer's phone page: public, one ticket, found by its token."""
