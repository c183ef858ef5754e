"""What a page has to say, and whether it said it: obligations that arise in the truth, and the judgement of words."""
