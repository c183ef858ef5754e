"""What says nothing about now: futures, possibilities, conditions, habits, history."""

SILENT = (
    r"\b(?:will|won't|'ll|we'll|you'll|it'll|would|can|cannot|can't|may|might|should|must|shall|"
    r"going to|about to|let's|"
    r"usually|typically|normally|always|often|generally|sometimes|never|up to|at most|at least|maximum|minimum|"
    r"per page|per day|showing|last (?:import|export|run|job|time|week|month|year|sync|publish|"
    r"upload|batch|night|attempt)|"
    r"previous|previously|yesterday|earlier|history|how to|in order to|need to|needs to|want to|ready to|able to|"
    r"free plan|example|e\.g\.|such as|monthly|weekly|daily|whether|recent|recently)\b"
)

SUBORDINATE = (
    r"\b(?:if|unless|when|whenever|once|until|till|after|before|as soon as|while|in case|so that|that|which|who)\b"
)
