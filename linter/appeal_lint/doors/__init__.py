"""The ways in. A door reads what the user asks for, runs the flow, and writes the answer."""
