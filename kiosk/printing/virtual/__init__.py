"""A virtual ESC/POS printer: takes bytes over TCP, answers status queries, shows the slips."""
