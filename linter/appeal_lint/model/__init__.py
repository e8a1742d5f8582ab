"""Frozen records and closed words that every other room speaks in.

Nothing here imports another room. A record holds what one step of the flow
hands to the next; a closed word is one that the outside relies on.
"""
