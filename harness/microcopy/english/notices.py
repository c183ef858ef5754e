"""Notices: sentences about the connection, the age of what is shown, loading, sending. Read before mood."""

_LOST = (
    r"\boffline\b",
    r"\bno (?:internet|network|connection)\b",
    (
        r"\b(?:connection|contact|touch)(?: to| with)?(?: the| our)?(?: server)? (?:is |was |has been |"
        r"seems )?(?:lost|interrupted|failed|down|broken|error|problem|trouble|dropped|closed)\b"
    ),
    r"\b(?:lost|losing) (?:the |our |your |its )?(?:connection|contact|touch)\b",
    r"\bdisconnected\b",
    r"\breconnecting\b",
    r"\btrying to (?:reconnect|reach|connect|get back)\b",
    r"\b(?:network|connection|connectivity) (?:error|problem|trouble|issue|failure)s?\b",
    (
        r"\b(?:could not|couldn't|cannot|can't|can not|unable to|failed to|having trouble) (?:reach|"
        r"reaching|connect|fetch|load|contact|refresh|get|update)\b"
    ),
    r"\b(?:could not|couldn't|cannot|can't|can not) be (?:reached|contacted)\b",
    (
        r"\b(?:server|page|lists?|catalogue|catalog|count|status|jobs?|runs?|news|data|figures|details|information|answer)"
        r"(?: \w+){0,3} (?:could not|couldn't|cannot|can't) be"
        r" (?:read|loaded|fetched|refreshed|updated|brought up to date)\b"
    ),
    r"\b(?:slow|taking (?:too )?(?:long|longer)(?: than \w+)?|late) (?:to|with) (?:answer|respond|reply|answering)\b",
    r"^(?:the )?last (?:check|update|refresh|attempt|try|request) (?:has )?failed\b",
    r"\b(?:server|service) (?:has |is |was )?(?:answer|respond|repl)\w+ with (?:an? )?(?:\w+ )?errors?\b",
    r"\b(?:server|service) (?:reports|reported|returns|returned) (?:an? )?(?:\w+ )?errors?\b",
    r"\b(?:server|service) (?:did not|didn't|does not|doesn't) (?:answer|respond|reply)\b",
    r"\bserver (?:is |was )?(?:unreachable|unavailable|not responding|not answering|not reachable|down)\b",
    r"\bno (?:answer|response|reply|news|word|signal) (?:from|yet|since)\b",
    r"\bwaiting (?:to hear|for (?:any |more |some )?(?:news|word|an update|updates|a sign))\b",
    r"\b(?:haven't|have not|hasn't|has not|not) heard (?:from|back|anything|a thing)\b",
    r"\bhttp (?:code |error |status )?<[nx]\d+>",
    r"\brequest (?:failed|timed out)\b",
    r"\bnot connected\b",
    r"\bwaiting for (?:the |your |a )?(?:connection|network|internet|server)\b",
)

_STALE = (
    r"\bout of date\b",
    r"\boutdated\b",
    r"\bstale\b",
    r"\bnot updating\b",
    r"\bno (?:new )?updates?\b",
    r"\b(?:live )?updates (?:are |have )?(?:paused|off|stopped|unavailable|delayed|interrupted)\b",
    r"\b(?:not|no longer) (?:live|current|up to date|fresh)\b",
    r"\b(?:may|might|could) (?:be|have) (?:old|changed|behind|moved on|incomplete)\b",
    r"\blast known\b",
    r"\b(?:when|as) (?:we )?last (?:heard|seen|known|checked)\b",
    r"\bnewer (?:changes|figures|updates|news|numbers|events) (?:are|is) (?:not|missing)\b",
    r"\b(?:no|without) (?:current|fresh|new|recent) (?:data|figures|news|numbers|information)\b",
    (
        r"\b(?:figures|numbers|news|details|data|status|state|information|what you see(?: below)?)(?: shown)?"
        r" (?:is |are |dates? )?from <[td]"
    ),
    r"^(?:when|what|last|the last thing|the last time) (?:we|you) (?:last )?(?:heard|knew|checked|looked|saw)\b",
    r"\bwhat (?:is shown|you see|we knew)\b",
)

_BACK = (
    r"^(?:live|connected|online)$",
    r"\bback online\b",
    r"\breconnected\b",
    r"\bconnection (?:is |was |has been )?(?:back|restored|re-?established)\b",
    r"\bup to date\b",
)

_TIME = r"(?P<when>(?:<x\d+>,? ?(?:at )?)?<[td]\d+>(?: ago)?|<x\d+>|just now|(?:a |few )*(?:moments?|seconds?) ago|now)"

DATED = rf"\b(?:from|of|at|since|lost) {_TIME}"
"""the moment of which what is shown is true, in a sentence about the connection"""

_AS_OF = (
    rf"\b(?:as (?:of|at)\b.*|up to date (?:until|to|since|at) ){_TIME}",
    (
        rf"(?<!lost )\b(?:last )?"
        rf"(?:updated|refreshed|checked|synced|update|refresh|check|seen|heard|confirmed|contact|answer)"
        rf"(?: received| confirmed)?(?: from the server)?(?: at| on|:)?(?: about| from the server at)? ?{_TIME}"
    ),
    rf"\b{_TIME} (?:as of|is when)\b",
    r"\b(?:figures|numbers|news|details|data|status|state|information)(?: \w+){0,3} (?P<when><d\d+> old)\b",
)

_NO_JOBS = (
    (
        r"^(?:you have |there are |you've got )?(?:currently )?no (?:\w+ )?(?:jobs?|tasks?|imports?|"
        r"runs?|activity|background jobs?|operations?)"
        r"(?: yet| found| running| here| at the moment| right now| to show| in progress| so far)*$"
    ),
    r"^(?:there is |there's )?nothing (?:is )?(?:here|to show|yet)\b.*$",
    r"^(?:you have |you've )?(?:not |n't )?(?:haven't )?started any\b",
)

_IDLE = (
    r"^(?:there is |there's )?nothing (?:is )?(?:running|in progress|going on|under ?way)\b.*$",
    (
        r"^no (?:work|jobs?|runs?|tasks?|imports?) (?:is |are )?(?:running|in progress|active|under ?way)"
        r"(?: at the moment| right now| now)?$"
    ),
)
"""that no job goes on, whatever there was before"""

_LOADING = (
    r"^(?:still |now |please wait,? )?loading\b",
    (
        r"\b(?:fetching|getting|retrieving|looking up|checking|reading|refreshing|finding|opening|updating|asking for)"
        r" (?:the |your |our |this )?(?:\w+ )?(?:latest|current|newest|status|jobs?|runs?|job list|list|data|state|"
        r"catalogue|catalog|count|details|history|news)\b"
    ),
    r"^(?:we are |we're )?(?:just )?(?:counting (?:the |your )?items|having a look)$",
    r"^(?:please wait|just a (?:moment|second|sec)|one moment(?: please)?|hang on|hold on)$",
    r"^(?:re)?connecting\b(?! failed)",
)

_SENDING = (
    (
        r"^(?:still |now |we are |we're )?(?:sending|submitting|requesting|starting|initiali[sz]ing|"
        r"preparing)\b(?! (?:price|at|from|takes|is|needs|an?|another|new)\b)"
    ),
    r"\b(?:still|being) (?:sending|sent|submitted)\b",
    r"\b(?:order|request)\b.*[ :]sending$",
    r"^(?:still |now |we are |we're )?asking (?:\w+ ){0,3}to (?!wait)\w+",
    r"\bno (?:\w+ )?(?:answer|response|reply|confirmation)(?: yet)? (?:yet )?to (?:your|the|this) (?:request|order)\b",
    r"\b(?:order|request) (?:is |was |has been )?(?:being )?(?:sent|placed|passed on|repeated|on its way)\b",
    r"^ordering: \w+",
    r"^(?:we are |we're )?(?:placing|passing on|handing over) (?:your |the |an? )?(?:order|request)\b",
    r"\brequest (?:is |was |has been )?(?:sent|on its way)\b",
    r"\bno (?:answer|response|confirmation) yet\b",
    r"\bnot (?:yet )?confirmed\b",
    r"\b(?:hasn't|has not|haven't|have not) (?:yet )?(?:answered|responded|replied|confirmed)\b",
    (
        r"\b(?:can't|cannot|can not|don't|do not|not) (?:tell|know|say|be sure|sure) (?:yet )?"
        r"(?:whether|if) (?:your|the|our|that)"
        r" (?:request|job|start|\w+ start\w*)\b"
    ),
    r"\bwaiting for (?:the server to )?(?:confirm|confirmation|an answer|a response)\b",
)

_TROUBLE = (
    (
        r"^(?:it|this|that|the job|your \w+|we)(?:'ve| has| have)? (?:ran|run|hit|met)(?: into)? (?:a |an |some )?"
        r"(?:trouble|problems?|errors?|snag|difficult\w+)\b"
    ),
    r"\bsomething (?:has gone|went|is) wrong\b",
    r"\b(?:an?|unexpected|unknown|internal) (?:\w+ )?(?:error|problem)(?: has)? (?:occurred|happened)\b",
    r"^(?:an )?(?:unexpected |unknown |internal |server )?error$",
    r"^(?:oops|uh-oh|whoops)$",
)

NOTICES: tuple[tuple[str, str, str | None], ...] = (
    *((pattern, "as_of", None) for pattern in _AS_OF),
    *((pattern, "connection", "back") for pattern in _BACK),
    *((pattern, "sending", None) for pattern in _SENDING),
    *((pattern, "connection", "lost") for pattern in _LOST),
    *((pattern, "connection", "stale") for pattern in _STALE),
    *((pattern, "no_jobs", None) for pattern in _NO_JOBS),
    *((pattern, "no_jobs", "active") for pattern in _IDLE),
    *((pattern, "loading", None) for pattern in _LOADING),
    *((pattern, "trouble", None) for pattern in _TROUBLE),
)
