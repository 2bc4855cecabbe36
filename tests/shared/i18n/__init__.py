"""Tests of `shared/i18n`."""
