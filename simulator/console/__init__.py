"""The manager's window: today, what if, staffing, roster, layout, evaluation."""
