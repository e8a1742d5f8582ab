"""A rule of a pack, for tests that need one of their own."""

RULE = """id: my-rule
title: A word
severity: warning
cost: {each: 2, most: 4}
why: It says too little.
source: guidance 5
when:
  statement: {act: promise, agent: seller}
message: "“{quote}” is one."
advice: Take it out.
like: We hired two people on 3 May.
examples:
  bad: ["We will hire two people."]
  good: ["We hired two people on 3 May."]
"""
