"""The kiosk while no server decides: tickets out of its own block of numbers."""
