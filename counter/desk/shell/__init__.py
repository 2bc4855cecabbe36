"""The desk's window: who is signed in, the pages, sheets, keys, language and colours."""
