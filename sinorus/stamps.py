"""The stamp of data/datapackage.json, which holds the stamps of all other files; tools/stamp.py
writes it.
"""

DATAPACKAGE = "sha256:d8efb9d71beb9bbed1b4cd9d2a50d7cbb0671c7e6cc7536a231e10a3ff1246a9"
