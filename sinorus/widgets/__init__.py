"""What one clicks. Each widget has a plain cell as its twin."""
