"""What says nothing about now: futures, possibilities, conditions, habits, history."""

SILENT = (
    r"\b(?:will|won't|'ll|we'll|you'll|it'll|would|can|cannot|can't|may|might|should|must|shall|"
    r"going to|about to|let's|"
    r"usually|typically|normally|always|often|generally|sometimes|never|up to|at most|at least|maximum|minimum|"
    r"per page|per day|showing|last (?:import|export|run|job|time|week|month|year|sync|publish|"
    r"upload|batch|night|attempt)|"
    r"previous|previously|yesterday|earlier|history|how to|in order to|need to|needs to|want to|ready to|able to|"
    r"(?:trying|checking|asking|looking) again (?:every|automatically|in <d|shortly|soon)|checking again|"
    r"too late|free plan|example|e\.g\.|such as|monthly|weekly|daily|whether|recent|recently)\b"
)

_WHEN = (
    r"(?:(?:is|are|was|be|due|planned|expected|scheduled|set|starts?|starting|at|in|for|to|about|around|will|automatically|"
    r"by (?:itself|themselves)|<q\d+>|:) ?)*"
)

NEXT_ATTEMPT = (
    r"\b(?:next (?:attempt|try|retry|go)\b(?: (?:for|at|of) <n\d+>(?: [a-z]+)?)?"
    r"|retry attempt (?:<n\d+>)(?: of <n\d+>)?"
    r"|(?:another|new|retry) (?:attempt|try|go)\b"
    r"|retr(?:y|ies|ying|ied)\b(?: <n\d+>(?: [a-z]+)?)?"
    r"|(?:(?<=\S )(?:try|attempt)|trying|tried|tries|attempted)(?: [^ ]+){0,3} again) ?:? ?"
    rf"{_WHEN}(<[td]\d+>)"
)

DUE = rf"^(?:retr(?:y|ying) )?(?:(?:the )?next(?: job)?|due|again) ?:? ?{_WHEN}(<[td]\d+>)"

UNCHANGED = (
    r"^(?:nothing|no changes?)(?: (?:in|on|at|to) [a-z' ]+?)?(?: (?:was|were|has|have|is|are|been))+"
    r" (?:changed|saved|altered|touched|affected|made)\b"
)

KEPT = (
    r"^(?:what|everything|those|all|the (?:work|items?|rows?|changes?)|items?|rows?|changes?)\b[^<]*?\b"
    r"(?:(?:is|are|was|were|will be|been) (?:kept|saved|preserved|left in place)"
    r"|(?:stays?|remains?) (?:published|imported|live|saved|available|there|in place|(?:in|on) (?:the|your)))\b"
)

AFTER_ATTEMPTS = r"^ ?after (?:a total of |only )?(<n\d+>) (attempts|tries|retries)\b"

SUBORDINATE = (
    r"\b(?:if|unless|when|whenever|once|until|till|after|before(?! (?:yours?|ours|mine)\b| (?:you|it|this)$)|"
    r"as soon as|while|in case|so that|that|which|who)\b"
)

HISTORY = (
    r"^(?:last|previous) (?!updat|refresh|check|sync|seen|heard|known|we )"
    r"|^(?:when|what|the last time|last) we last (?:heard|knew|checked|looked|saw)\b"
    r"|^(?:when|what|last|the last thing) (?:we|you) (?:last )?(?:heard|knew|checked|looked|saw)\b"
    r"|^(?:at|by|until|up to) that (?:point|time|moment|stage)\b|^at the time\b|^(?:back|by|until) then\b"
)

STOCK = r"(?<!were )(?<!was )(?<!been )\bnot (?:yet )?(?:published|imported|listed|uploaded)\b|\bunpublished\b"

REASONS = (
    r"\b(?:reasons?|causes?|why|explanation|remedy|what (?:to do|went wrong))\b(?: \S+){0,3}$"
    r"|^(?:the |a )?(?:reason|cause|explanation)s? (?:for|of|why|in)\b"
)

TIME_LEFT = r"\b(?:left|remaining|remain|to go|eta|estimated?|expected|another|more|until done|done in|ready in)\b"
