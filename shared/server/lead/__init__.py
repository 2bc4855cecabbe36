"""The lobby lead's page for a phone: a device that is enrolled, and a person who is signed in."""
