"""What each kind of event does to the branch, one module for each thing that changes."""
