"""What controls are usually called: how a person finds one on a page that names none of its own in its target file.

Each is a pattern of the accessible name (JavaScript's, letter case aside), in which ``{kind}`` and ``{items}`` stand
for those of the job. A second one names less: it counts only in a part of the page that is about the job.
"""

from harness.scenario.journey import Do

CONTROL_OF = {
    Do.SUBMIT: "submit",
    Do.DOUBLE_CLICK: "submit",
    Do.CANCEL: "cancel",
    Do.RETRY_FAILED: "retry_failed",
    Do.RERUN: "rerun",
    Do.CONTINUE: "continue",
    Do.CHOOSE_FILE: "file",
}
"""Which control of a target file a step presses."""

USUAL = {
    "submit": (r"^{kind}\b",),
    # "Stop trying" gives up an order, not a job; "Cancel editing" leaves a form.
    "cancel": (r"^(cancel|stop|abort)\b(?! (re)?(try|send|ask|wait|watch|edit|chang|upload|select|listen)\w*\b)",),
    # "Retry: Publish 5 items" sends an order again; a bare "Retry" may ask the server again what it did not answer.
    "retry_failed": (r"^(retry|try)\b(?!:).*\b(failed|items?|rows?)\b", r"^(retry\b(?!:)|try again\b)"),
    "rerun": (r"^(run|start|{kind})\b.*\bagain\b|^re-?(run|start|{kind})\b",),
    "continue": (r"^(skip|continue|resume)\b(?! (to|with)\b)",),
    "file": (r"^(choose|select|browse|pick|add|attach|upload|drop)\b.*\b(files?|csv|sheet|here)\b|^browse\b",),
}

SUCH_AS = {
    "submit": "Publish items",
    "cancel": "Cancel",
    "retry_failed": "Retry failed items",
    "rerun": "Run again",
    "continue": "Skip and continue",
    "file": "Choose a file",
}
"""One of the usual names, for people."""
