"""Idioms: what a page says in several words, said in the one that the other tables know. Applied first, in order."""

_AGAIN = r"(?:go|try|attempt|shot|chance|round)"
_SOON = (
    r"(?:(?:it|they|we|this|that)(?:'ll| will|'re| are|'s| is)? )?"
    r"(?:(?:will|are|is|'re|going to|about to|due to|due for|have to|has to|be|also|soon|now) )*"
)
_WHO = ("will", "'ll", "going to", "about to", "due to", "have to", "has to", "we", "it", "they", "soon", "also", "now")
_SOME = r"(?:<n\d+>(?: more)?(?: [a-z]+)?|it|them|this|these|those)"
_THEY = rf"(?:{'|'.join(f'(?<={word} )' for word in _WHO)})"
"""before a bare verb: who does it; "Try them again" orders"""
_TROUBLE = r"(?:fail|work|succeed|pass|go well|go right|go through|get through|make it(?: through)?|come through)"
_WHOLE = (
    r"(?:everything|all(?: of (?:it|them|the \w+|your \w+))?|all (?:the |your )?\w+|every \w+|"
    r"completely|entirely|fully)"
)
_BE = r"(?:went|got|came|made|was|were|has|have|could)"
_NOT = r"(?:didn't|did not|hasn't|haven't|couldn't|could not)"
_BEEN = r"(?:been|gone|got|gotten|went|run|worked|looked)"
_DUE = r"(?:(?:going to|about to|waiting to|due to|will|is|are|to) )*"
_FACT = (
    r"(?:(?!(?:if|when|whenever|whether|once|unless|until|while|that|which|who|how|why|where|can|could|will|would|should|may|might|be|to|is|are)\b)"
    r"(?:<\w\d+>|[\w'-]+) )*"
)
"""the head of a clause that says what was so, and neither a condition nor what may be"""
_BUT = r",? (?:but|though|although|however|yet|except that|only)"

IDIOMS: tuple[tuple[str, str], ...] = (
    # a beginning that is told beside its end is history
    (
        (
            r"\b(?:was |were |has |have )?(?:started|began|begun)\b(?: at| on)?(?: <[tx]\d+>)?,? (?:and|then) (?:it )?"
            r"(?=(?:ended|finished|completed|stopped|failed|succeeded)\b)"
        ),
        "",
    ),
    (r"\bsuccessfully (completed|finished|ended|done)\b", r"\1 successfully"),
    # of two things that became of an item, the second is what it is counted as
    (
        (
            r"\b(?:(?:had|have|contained?) (?:an? )?(?:errors?|problems?)|failed|(?:were|are|was|is) [a-z]+)"
            r",? and (?:were|was|are|is|have been) (?=(?:skipped|left out|ignored|passed over)\b)"
        ),
        "were ",
    ),
    # what a word of praise or a phrase says beside the point
    (r"\bwell done\b|\bgood (?:job|work)\b|\bnice work\b", "great"),
    # a date and its time are one moment
    (r"(<x\d+>), (?=<t\d+>)", r"\1 "),
    # a status code counts nothing
    (r"\(error:? <n\d+>\)|\berror code:? <n\d+>", " "),
    (r"\b(?:not a single one|not one|no one) of (?=(?:the |your |our )?<n)", "none of "),
    (r"\b(?:not a single|not one|no single) (?=[a-z])", "no "),
    (r"\b(this|that|last|next) one\b", r"\1 job"),
    (r"\b(is|are|was|were) (?:listed|shown|marked|counted|reported|recorded) as\b", r"\1"),
    (rf"{_BUT} (?=(?:with|despite) (?:\S+ )?(?:errors?|failures?|problems?|issues?|exceptions?|warnings?)\b)", " "),
    # an ending that is not a whole one
    (
        (
            rf"{_BUT} (?:not (?:quite |nearly |all |everything |for )?{_WHOLE}|not without (?:problems|errors|trouble))"
            rf"(?: (?:of (?:it|them) )?{_BE}\b(?: [a-z]+){{0,2}})?"
        ),
        " partially",
    ),
    (
        rf"^not (?:everything|all of (?:it|them)|every \w+) {_BE}\b(?: [a-z]+){{0,2}}",
        "partially done",
    ),
    (r", (?:though|although|however|yet),? ", ", but "),
    # how far it had come when it ended
    (
        (
            rf"(?:^|(?<=[.;:!] ))({_FACT})(stopped|cancell?ed|aborted|interrupted|terminated|failed|ended|halted)"
            r" (?:after|at)(?: only)?"
            r" (<n\d+>(?: of <n\d+>)?(?! (?:[a-z]+ )?(?:attempts|tries|failures|errors|warnings|retries)\b)"
            r"(?: [a-z]+)?)"
            r"(?=$|[.,;:!)])"
        ),
        r"\1\2, \3 processed",
    ),
    # what went well, what did not, what was passed over, what was not reached
    (r"\b(?:dealt with|worked off|taken care of|worked through)\b", "processed"),
    (
        (
            rf"\b(we|i|it|they)(?:'ve|'d|'s| have| had| has)? (?:now |already |just )?{_BEEN}"
            r" (?:all the way )?through (?=(?:all |every )?(?:of )?(?:the |your )?<n)"
        ),
        "processed ",
    ),
    (
        (
            r"\b(?:didn't|did not|don't|doesn't|does not|couldn't|could not|hasn't|haven't|won't)"
            r" (?:go|get|make it|come|went|gone|got) through\b"
        ),
        "failed",
    ),
    (
        rf"\b{_NOT} (?:quite )?(?:{_TROUBLE}|work out|worked|work|gone well)(?: out)?\b(?! yet)",
        "failed",
    ),
    (r"(?<=> )went (?:wrong|badly)\b", "failed"),
    (r"(?<=> )(?:(?:had|have|has|hit|with|contain|contained) (?:an? )?(?:errors?|problems?|failures?))\b", "failed"),
    (r"\bfailed and (?:ended|finished|stopped|was stopped)\b", "failed"),
    (r"\b(?:went|gone|got|gotten|came|come|made it|is|are) through\b(?! (?:the|all|your|every|<n))", "succeeded"),
    (
        r"\b(?:went|gone|worked) (?:out )?(?:well|fine|smoothly|ok|okay|to plan)\b|\bworked out\b|\bmade it\b",
        "succeeded",
    ),
    (r"\b(?:were|was|been|is|are) (?:(?:left|missed) out|(?:left|set) aside|passed over)\b", "were skipped"),
    (r"\bleft out\b|\bpassed over\b", "skipped"),
    (r"\b(?:(?:were|was|are|is) )?(?:never|not) (?:reached|got to|gotten to|looked at|touched)\b", "unprocessed"),
    # of how many, behind the noun: "20 payments of 100 were made"
    (
        (
            r"(<n\d+>) ((?!(?:steps?|attempts?|tries|try|page|phase|stage)\b)[a-z]+) (?:out )?of"
            r" (?:the |your |all |a total of )?(<n\d+>)(?! [a-z]+s\b)"
        ),
        r"\1 of \3 \2",
    ),
    # none, none yet
    (
        (
            r"\b(?:haven't|have not|hasn't|has not|hadn't|had not|didn't|did not|not)(?: yet| even)? (?:been )?([a-z]+)"
            r" (?:any|a single one|one)(?: one)? of (?:the |your |our )?(<n\d+>)((?: [a-z]+)?)"
        ),
        r"none of \2\3 \1",
    ),
    # trying again
    (r"\b(?:(?:is|are|being) )+(?:tried|attempted) (?:again|anew|once more)\b", "retrying"),
    (
        (
            r"\b(?:will|are going to|is going to|is about to|are about to|to) be"
            r" (?:tried|retried|attempted)(?: again| anew)?\b"
        ),
        "retrying",
    ),
    (
        (
            rf"\b{_SOON}(?:{_THEY}(?:try|attempt|retry)|trying|attempting|retrying) ({_SOME})(?: once)?"
            r"(?: again| anew| once more)"
        ),
        r"retrying \1",
    ),
    (
        (
            rf"\b(?:(?:we|it|they)(?:'re|'ll|'s| are| will| is)? )?{_DUE}"
            rf"(?:give|giving|given|have|having|get|getting|need|needs|take|taking|make|making) "
            rf"(?:({_SOME}) )?another {_AGAIN}(?: (?:at|for) (?=<n))?"
        ),
        r"retrying \1",
    ),
    (rf"^(?:another|the next|one more) {_AGAIN} (?:for|at) ({_SOME})", r"retrying \1"),
    # a third party's silence, for which items wait to be tried again
    (
        (
            r"\b((?:the |an |our )?(?:\w+ )?(?:marketplace|service|shop|store|api|system|server|channel)"
            r" (?:did not|didn't) (?:answer|reply|respond)) (?:for|about|to) (<n\d+>(?: [a-z]+)?)"
        ),
        r"unanswered \2 because \1",
    ),
    (r"(?<=[a-z] )(?:got|have|had|has) (?:no answer|no reply)\b", "unanswered"),
    (r"\b(?:we are |we're )?waiting to hear how it (?:went|goes)\b", ""),
    # which attempt it took
    (r"\b(?:took|needed) (?:a total of )?(<n\d+>) (?:attempts|tries)\b", r"on attempt \1"),
    # waiting in line
    (r"\b(?:next|first) (?:in (?:the )?(?:line|queue)|to (?:run|go|start|be \w+))\b|\bnext up\b", "no jobs ahead"),
    (
        (
            r"(?:^|(?<=[.;!] ))(?:yours|you|your \w+|it|this \w+)(?: is|'s|'re| are) (?:the )?next(?: one)?(?: now)?"
            r"(?=$|[.;!])"
        ),
        "no jobs ahead",
    ),
    (r"\b(?:at|to) the (?:front|head|top) of the (?:queue|line)\b", "no jobs ahead"),
    (r"\b(?:nobody|no one|nothing|no other \w+) (?:else )?(?:is |are )?(?:ahead|before|in front)\b", "no jobs ahead"),
    # how a job stands
    (
        r"\bbring(?:ing)? (?:\w+ ){0,2}to (?:a stop|a halt|an end)\b|\bwind(?:ing)? (?:\w+ )?down\b|\bbeing stopped\b",
        "stopping",
    ),
    (r"\btaking a (?:break|pause|rest)\b", "paused"),
    (r"\bin (?:our|good|safe) hands\b|\bhanded (?:in|over)\b", "accepted"),
    (r"\b(?:is|was|were|has been) stopped (?:early|short|halfway|midway|part ?way)\b", "was stopped"),
)
"""(pattern, what it says in plain words)"""
