"""The stamp of data/datapackage.json, which holds the stamps of all other files; tools/stamp.py
writes it.
"""

DATAPACKAGE = "sha256:1094e663e4fb9becd55a0a1491e4af10ec7dbe4c4c87ba492211c8865d0e07c6"
