"""What a node says: role, name, value, state."""

import pytest
from playwright.sync_api import Page

from tests.drive.page.lab import appear

pytestmark = pytest.mark.browser


STATES = {
    "<h3>Jobs</h3>": ["heading level=3", '  "Jobs"'],
    "<button disabled>Cancel</button>": ["button enabled=False", '  "Cancel"'],
    "<button aria-label='Close dialog'>x</button>": ["button name='Close dialog'", '  "x"'],
    "<label>Email <input value=a></label>": ['"Email"', "textbox name='Email' value={'text': 'a'}"],
    "<input type=checkbox checked>": ["checkbox checked=True"],
    "<button aria-expanded=false>More</button>": ["button expanded=False", '  "More"'],
    "<a href=/jobs?x=1 aria-current=page>Jobs</a>": ["link current='page' href='/jobs?x=1'", '  "Jobs"'],
    "<div role=status>Saved</div>": ["status live='polite'", '  "Saved"'],
    "<img alt='Failed'>": ["img name='Failed'"],
    "<svg width=9 height=9><title>Done</title></svg>": ["img name='Done'"],
    "<section aria-labelledby=h><h2 id=h>Rows</h2></section>": [
        "region name='Rows'", "  heading level=2", '    "Rows"',
    ],
    "<table><tr><td></td><td>3</td></tr></table>": [
        "table", "  rowgroup", "    row", "      cell", "      cell", '        "3"',
    ],
    "<p>3 failed<br>2 skipped</p>": ["paragraph", '  "3 failed"', '  "2 skipped"'],
    "<p><b style='display:inline-block;padding:2px 8px;background:#def'>Running</b> Started at 9:03</p>": [
        "paragraph", "  generic", '    "Running"', '  "Started at 9:03"',
    ],
    "<p>Now <b style='display:inline-block'>124</b> of <span style='padding:0 4px'>500</span></p>": [
        "paragraph", '  "Now 124 of 500"',
    ],
    "<p>See <a href=#j>job</a> 7</p>": ["paragraph", '  "See"', "  link href='blank#j'", '    "job"', '  "7"'],
}  # fmt: skip


@pytest.mark.parametrize("body", STATES)
def test_what_a_node_says(page: Page, body: str) -> None:
    assert appear(page, body).lines() == ["document", *("  " + line for line in STATES[body])]
