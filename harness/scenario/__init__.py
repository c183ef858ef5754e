"""The scenario file: its format, its errors, and the JSON Schema that is published of it."""
