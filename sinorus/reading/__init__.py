"""How the text of a report becomes rows. Nothing in here knows which course it serves."""
