"""The store under torture: many clients, and servers, cables, disks and clocks that fail."""
