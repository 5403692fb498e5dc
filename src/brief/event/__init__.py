"""An event and its registers: typed, read with places, seen at a date."""
