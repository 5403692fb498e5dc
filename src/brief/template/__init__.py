"""Templates: found, inherited, checked, filled."""
