"""The line from a branch to those who keep a copy of its log: head office, a stand-in."""
