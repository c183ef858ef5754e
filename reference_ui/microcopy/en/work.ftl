### What the reference job UI says: what a job is doing.
### Times come formatted; counts come as numbers, and choose singular or plural here.

## What a job is doing

state-queued = Queued
state-running = Running
state-retrying = Retrying
state-cancelling = Cancelling
state-cancel-asked = Asking to cancel
state-paused = Paused
state-other = State not known
outcome-succeeded = Succeeded
outcome-partial = Finished with problems
outcome-failed = Failed
outcome-cancelled = Cancelled

job-loading = Loading the job…
job-missing = No such job
job-missing-hint = There is no job at this address.
job-back = All jobs
job-accepted = Requested at { $time }
job-started = Began at { $time }
job-ended = Ended at { $time }
job-updated = Updated { $time }
job-leave = You can leave or close this page. The job goes on without it.
page-missing = No such page
page-missing-hint = There is nothing at this address.

step-now = { $phase ->
    [upload] Uploading items
    [scan] Scanning items
    [map] Mapping items
    [validate] Validating items
    [process] Processing items
    [publish] Publishing items
    [fetch] Fetching items
    [sync] Syncing items
    [update] Updating items
   *[other] Working on { $title }
}: { $done } of { $total } (step { $step } of { $steps })
step-now-uncounted = { $phase ->
    [upload] Uploading items
    [scan] Scanning items
    [map] Mapping items
    [validate] Validating items
    [process] Processing items
    [publish] Publishing items
    [fetch] Fetching items
    [sync] Syncing items
    [update] Updating items
   *[other] Working on { $title }
} (step { $step } of { $steps })

progress-label = { $title }: items processed
progress-percent = { $percent } %
processed = { $processed } of { $total ->
    [one] { $total } item
   *[other] { $total } items
} processed
processed-uncounted = { $processed ->
    [one] { $processed } item
   *[other] { $processed } items
} processed
counting = Counting: { $found ->
    [one] { $found } item
   *[other] { $found } items
} found so far. The total is not known yet.
total-grown = { $grown ->
    [one] { $grown } more item was
   *[other] { $grown } more items were
} found on the way.
breakdown = { $succeeded } succeeded, { $failed } failed, { $skipped } skipped

queue-ahead = { $ahead ->
    [0] Next in line.
    [one] { $ahead } job ahead of this one.
   *[other] { $ahead } jobs ahead of this one.
}
queue-reason = { $reason ->
    [no-free-worker] Waiting for a free worker.
    [concurrency-limit] Waiting because only a few jobs may run at the same time.
    [rate-limit] Waiting because the marketplace takes no calls for now.
    [dependency] Waiting for another job.
    [paused] Waiting because the queue is paused.
   *[other] Waiting for its turn.
}
queue-expected = Expected to start in { $minutes ->
    [0] less than a minute
    [one] about { $minutes } minute
   *[other] about { $minutes } minutes
}.
queue-expected-hours = Expected to start in about { $hours } hours.
queue-late = It takes longer than was expected.
queue-unknown = When it starts cannot be told yet.
queue-again = It was interrupted. It will go on from where it was.

paused-reason = { $reason ->
    [maintenance] Paused for maintenance.
    [rate-limit] Paused because the marketplace takes no calls for now.
    [critical-error] Paused after a serious error.
   *[other] Paused.
}
paused-until = Expected to go on at { $time }.
paused-overdue = It takes longer than was expected.
paused-open = { $reason ->
    [critical-error] It goes on once a person says so.
   *[other] When it goes on cannot be told yet.
}

cancelling-now = { $mode ->
    [immediate] It will stop at once.
   *[other] The item in hand will be finished first.
} { $keeps ->
    [nothing] Then everything that was { $kind ->
        [import] imported
        [publish] published
        [sync] synced
        [update] updated
       *[other] done
    } will be taken back.
   *[other] What was { $kind ->
        [import] imported
        [publish] published
        [sync] synced
        [update] updated
       *[other] done
    } so far will be kept.
}
cancelling-undo = { $taken ->
    [one] { $taken } item was
   *[other] { $taken } items were
} taken back so far.

retry-now = Retrying { $items ->
    [one] { $items } item
   *[other] { $items } items
}, attempt { $attempt } of { $max }.
retry-later = { $items ->
    [one] { $items } item
   *[other] { $items } items
} will be tried again when the others are through, attempt { $attempt } of { $max }.
retry-whole = Retrying the whole job for { $items ->
    [one] { $items } item
   *[other] { $items } items
}, attempt { $attempt } of { $max }.
retry-next = Next attempt at { $time }.

## Steps of a job

steps-heading = Steps
phase-name = { $phase ->
    [upload] Upload
    [scan] Scan
    [map] Map fields
    [validate] Validate
    [process] Process
    [publish] Publish
    [fetch] Fetch
    [sync] Sync
    [update] Update
   *[other] { $title }
}
phase-waiting = Not started
phase-running = Running since { $time }
phase-held = Began at { $time }
phase-done = Done at { $time }
phase-failed = Failed at { $time }
phase-skipped = Left out
phase-broken-off = Broken off at { $time }

children-heading = Further jobs
