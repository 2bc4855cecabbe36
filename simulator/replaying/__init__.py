"""A recorded day once more: every call proved, and the day lived again under another policy."""
