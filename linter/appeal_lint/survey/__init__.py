"""Past appeals taken together: what their rows count up to."""
