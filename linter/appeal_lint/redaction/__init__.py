"""Names, addresses and numbers of persons and accounts taken out of a text."""
