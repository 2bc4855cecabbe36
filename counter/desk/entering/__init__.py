"""Feedback that reached the bank by other ways: telephone, e-mail, social media, letter, form."""
