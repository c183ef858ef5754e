"""The person's journey: what they do, and when."""

from enum import StrEnum
from typing import Annotated, Self

from pydantic import AfterValidator, Field, WithJsonSchema, model_validator

from harness.core import resources
from harness.scenario.types import Duration, Kebab, Part, Positive


class Do(StrEnum):
    """What a person can do."""

    SUBMIT = "submit"
    DOUBLE_CLICK = "double-click"
    CANCEL = "cancel"
    RETRY_FAILED = "retry-failed"
    RERUN = "rerun"
    CONTINUE = "continue"
    CHOOSE_FILE = "choose-file"
    RELOAD = "reload"
    CLOSE_TAB = "close-tab"
    OPEN_TAB = "open-tab"
    OPEN_WINDOW = "open-window"
    SWITCH_TO = "switch-to"
    BACKGROUND = "background"
    FOREGROUND = "foreground"
    VISIT = "visit"
    BACK = "back"
    FORWARD = "forward"


class Page(StrEnum):
    """The pages of an app that a journey can name; the target says where they are."""

    HOME = "home"
    JOBS = "jobs"
    JOB = "job"


class Answer(StrEnum):
    """What a person says to a dialog that asks whether they mean it."""

    CONFIRM = "confirm"
    DISMISS = "dismiss"


class By(StrEnum):
    """With what a person presses."""

    MOUSE = "mouse"
    KEYBOARD = "keyboard"
    SCREEN_READER = "screen-reader"


STARTS = (Do.SUBMIT, Do.DOUBLE_CLICK)
CHANGES = (Do.CANCEL, Do.RETRY_FAILED, Do.RERUN, Do.CONTINUE)
"""What is done to a job that is there, by a control of that job."""
OPENS = (Do.VISIT, Do.OPEN_TAB, Do.OPEN_WINDOW)
PRESSES = (*STARTS, *CHANGES, Do.CHOOSE_FILE, Do.VISIT)
FILES = "fixtures/imports"


def _import_file(name: str) -> str:
    known = sorted(path.name for path in resources.data(FILES).glob("*.csv"))
    if name in known:
        return name
    raise ValueError(f'"{name}" is no import file; files are {", ".join(known)}')


ImportFile = Annotated[
    str,
    AfterValidator(_import_file),
    WithJsonSchema({"type": "string", "pattern": r"\.csv$", "examples": ["good.csv", "missing-id.csv"]}),
]


class Step(Part):
    """One thing that the person does."""

    at_ms: Duration = Field(alias="at")
    """When, from the start of the trial; later where a step before takes longer."""
    do: Do
    """What the person does."""
    job: Kebab | None = None
    """With which job."""
    page: Page | None = None
    """Where they go."""
    gap_ms: Duration = Field(alias="gap", default=150)
    """The time between the two presses of a double click."""
    answer: Answer = Answer.CONFIRM
    """What they say when asked whether they mean it."""
    by: By = By.MOUSE
    """With what they press, or whether they go by what is spoken."""
    tab: Positive | None = None
    """The tab or window, from 1 in the order in which they were opened; without it, the one in use."""
    file: ImportFile | None = None
    """The import file that they choose."""

    @model_validator(mode="after")
    def _has_what_it_needs(self) -> Self:
        if self.do in STARTS and self.job is None:
            raise ValueError(f"{self.do} needs to know what to start; write job: and the id of a job")
        if self.do in CHANGES and self.job is None:
            raise ValueError(f"{self.do} needs to know of which job; write job: and its id")
        if self.do is Do.VISIT and self.page is None:
            raise ValueError(f"visit needs to know where to go; write page: and one of {', '.join(Page)}")
        if self.do is Do.CHOOSE_FILE and self.file is None:
            raise ValueError(f"choose-file needs to know which; write file: and the name of a file in {FILES}")
        if self.do is Do.SWITCH_TO and self.tab is None:
            raise ValueError("switch-to needs to know where to; write tab: and a number, 1 for the first tab opened")
        if self.page is Page.JOB and self.job is None:
            raise ValueError("page: job needs to know which; write job: and the id of a job")
        return self

    @model_validator(mode="after")
    def _has_nothing_else(self) -> Self:
        if self.page is not None and self.do not in OPENS:
            raise ValueError(f"{self.do} goes nowhere; leave page: out")
        if self.job is not None and self.do not in (*STARTS, *CHANGES, *OPENS, Do.CHOOSE_FILE):
            raise ValueError(f"{self.do} has nothing to do with a job; leave job: out")
        if "gap_ms" in self.model_fields_set and self.do is not Do.DOUBLE_CLICK:
            raise ValueError(f"{self.do} is one press; leave gap: out")
        if self.file is not None and self.do is not Do.CHOOSE_FILE:
            raise ValueError(f"{self.do} takes no file; leave file: out")
        if "answer" in self.model_fields_set and self.do is not Do.CANCEL:
            raise ValueError(f"only cancel may be answered otherwise than with yes; leave answer: out of {self.do}")
        if "by" in self.model_fields_set and self.do not in PRESSES:
            raise ValueError(f"{self.do} presses nothing on the page; leave by: out")
        return self
