"""Misspelt small words that decide how a sentence is read.

The parser takes "we wil check" for a verb and its object. It reads words by their
norm, so the tokenizer is told the norm of such a word; the text stays as written.
"""

SPELLINGS = {
    "wil": "will", "wiil": "will", "willl": "will", "wll": "will", "iwll": "will",
    "whill": "will", "shal": "shall", "woud": "would", "wuold": "would", "wolud": "would",
    "shoud": "should", "shuold": "should", "hav": "have", "haev": "have", "hase": "has",
    "alredy": "already", "allready": "already", "alreday": "already", "becouse": "because",
    "becuase": "because", "beacuse": "because", "becasue": "because", "ther": "there",
    "thier": "their", "wich": "which", "untill": "until", "afther": "after",
    "befor": "before", "evry": "every", "everey": "every", "costumer": "customer",
    "costumers": "customers", "custumer": "customer", "custumers": "customers",
    "plese": "please", "pleese": "please", "plase": "please", "recieved": "received",
    "apologice": "apologise", "appologise": "apologise", "appologize": "apologize",
    "apoligize": "apologize", "apoligise": "apologise", "appologies": "apologies",
}  # fmt: skip
"""What is written, in small letters, and what is meant."""
