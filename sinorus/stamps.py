"""The stamp of data/datapackage.json, which holds the stamps of all other files; tools/stamp.py
writes it.
"""

DATAPACKAGE = "sha256:9e7c8ad89af42f1f2f1c6beada3936ebf1bd4dc413c2c37e32cd5d982b3d6a11"
