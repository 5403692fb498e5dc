"""What a brief shows drawn: an event and its follow-ups in, figures of the tree out."""

from brief.figures.axis import Step, timeline
from brief.figures.bar import status_bar

__all__ = ["Step", "status_bar", "timeline"]
