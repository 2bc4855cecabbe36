"""Who works when: named people, their contracts and wishes, and what the branch has to keep."""
