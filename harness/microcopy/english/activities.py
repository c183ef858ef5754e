"""Verbs of work: what jobs do to items, in the three forms that pages use, and the verbs that command."""

_FORMS = """
publish publishing published
import importing imported
export exporting exported
upload uploading uploaded
download downloading downloaded
fetch fetching fetched
scan scanning scanned
map mapping mapped
match matching matched
validate validating validated
verify verifying verified
check checking checked
process processing processed
update updating updated
create creating created
add adding added
insert inserting inserted
delete deleting deleted
remove removing removed
archive archiving archived
copy copying copied
move moving moved
migrate migrating migrated
transfer transferring transferred
sync syncing synced
synchronise synchronising synchronised
synchronize synchronizing synchronized
convert converting converted
transform transforming transformed
transcode transcoding transcoded
translate translating translated
encode encoding encoded
render rendering rendered
generate generating generated
build building built
compile compiling compiled
deploy deploying deployed
install installing installed
index indexing indexed
analyse analysing analysed
analyze analyzing analyzed
parse parsing parsed
read reading read
write writing written
crawl crawling crawled
extract extracting extracted
enrich enriching enriched
list listing listed
send sending sent
deliver delivering delivered
submit submitting submitted
save saving saved
store storing stored
load loading loaded
merge merging merged
clean cleaning cleaned
apply applying applied
execute executing executed
test testing tested
train training trained
backup backing-up backed-up
restore restoring restored
handle handling handled
calculate calculating calculated
compute computing computed
compress compressing compressed
resize resizing resized
approve approving approved
review reviewing reviewed
push pushing pushed
finalise finalising finalised
finalize finalizing finalized
tag tagging tagged
"""

ACTIVITIES: dict[str, tuple[str, str, str]] = {
    base: (base, doing, done) for base, doing, done in (line.split() for line in _FORMS.strip().splitlines())
}

_NEUTRAL = frozenset(
    """fetch scan map match validate verify check process read parse handle load test review index analyse analyze
    execute""".split()
)

ACHIEVEMENTS = frozenset(ACTIVITIES) - _NEUTRAL

IMPERATIVES = frozenset(ACTIVITIES) | frozenset(
    """retry cancel try make start stop pause resume close reload refresh wait ensure fix contact give keep
    choose select
    open go see show hide learn please drag drop click press use ask correct fill set get sign log dismiss undo leave
    return view edit continue skip run rerun begin do don't don’t never allow enter browse filter sort search change
    connect reconnect consider note remember turn tell let look find help stay feel clear reset confirm""".split()
)

_KIN = """
validate verify check review test
map match
scan crawl index
read parse extract analyse analyze
upload transfer
fetch download
process handle execute
convert transform transcode encode
finalise finalize
synchronise synchronize sync
generate create build render
delete remove
publish deploy push
"""

KIN: dict[str, frozenset[str]] = {
    verb: frozenset(line.split()) for line in _KIN.strip().splitlines() for verb in line.split()
}
"""stem -> the stems that may say the same thing: "checking your items" is what the phase Validate does"""
