"""How answers are read, looked at and kept. Nothing in here is needed to use the data."""
