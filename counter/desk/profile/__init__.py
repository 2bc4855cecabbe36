"""The profile: what holds, changes to it, what they change, and who approved them."""
