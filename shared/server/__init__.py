"""The branch server: HTTP, the event stream, phone pages, and its commands."""
