"""Signing staff in with the bank's own directory: LDAP and OpenID Connect."""
