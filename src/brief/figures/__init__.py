"""What a brief shows drawn: an event and its follow-ups in, figures of the tree out."""

from brief.figures.axis import Step, timeline
from brief.figures.bar import status_bar
from brief.figures.measure import WIDTH as FIGURE_WIDTH

__all__ = ["FIGURE_WIDTH", "Step", "status_bar", "timeline"]
