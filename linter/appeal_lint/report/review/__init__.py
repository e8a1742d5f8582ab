"""The parts of what is told of a review of many letters, in the terminal and on the page."""
