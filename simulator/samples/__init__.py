"""The files of the worked example (docs/worked-example.md): a recorded month, people, a roster."""
