"""Briefing documents from structured event data."""
