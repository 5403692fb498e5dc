"""What a brief shows drawn: an event and its follow-ups in, figures of the tree out."""

from brief.figures.status import status_bar
from brief.figures.timeline import Step, timeline

__all__ = ["Step", "status_bar", "timeline"]
