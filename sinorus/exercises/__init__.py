"""The exercises of the course: one file a notebook, data plus one small answer function each."""
