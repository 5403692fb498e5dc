"""Tree and style to bytes: one room a format."""
