### Every sentence, label and title that the reference job UI can say.
### Times come formatted; counts come as numbers, and choose singular or plural here.

## The frame around every page

site-name = Seller desk
nav-label = Main
nav-catalogue = Catalogue
nav-jobs = Jobs
title-page = { $page } – { site-name }
title-job = { $state }: { $title } – { site-name }

## How well the service is heard

contact-offline = You are offline. What you see is from { $time }. Jobs go on without this page.
contact-offline-early = You are offline. This page will load as soon as you are back.
contact-silent = No news since { $time }. What you see may be old. Trying to reconnect.
contact-silent-early = No answer from the service yet. Asking again.
contact-back = Back in touch. What you see is up to date.

## Jobs that the person has under way, shown on every page but their own

strip-heading = Your jobs

## The catalogue

catalogue-heading = Catalogue
catalogue-lead = Import your goods, then publish them on the marketplace.
catalogue-heavy = A job can take more than ten minutes. You can go on working here or close the page: the job goes on without it.
catalogue-loading = Loading your goods…
catalogue-caption = The first goods of your catalogue
catalogue-item = Item
catalogue-sku = SKU
catalogue-category = Category
catalogue-price = Price
catalogue-listing = Status
catalogue-price-value = { $price }{"\u00A0"}{ $currency ->
    [EUR] €
   *[other] { $currency }
}
catalogue-on-sale = On sale
catalogue-draft = Draft
actions-heading = Start a job

action-import = Import { $count ->
    [one] { $count } item
   *[other] { $count } items
}
action-publish = Publish { $count ->
    [one] { $count } item
   *[other] { $count } items
}
action-import-hint = Bring your price list into the catalogue.
action-publish-hint = Put every draft on sale.
action-sync = Sync { $count ->
    [one] { $count } item
   *[other] { $count } items
}
action-sync-hint = Bring stock and prices in line with the marketplace.
action-update = Update { $count ->
    [one] { $count } item
   *[other] { $count } items
}
action-update-hint = Change what is on sale already.
action-sending = Sending…

submit-sending = Sending “{ $title }”.
submit-waiting = Still sending “{ $title }”. There is no answer yet.
submit-unanswered = Still sending “{ $title }”. There is no answer yet, so it is not known whether the job was accepted. Asking again never starts it twice.
submit-refused = “{ $title }” was refused, so nothing was started. { $reason }. { $remedy }
submit-refused-until = “{ $title }” was refused, so nothing was started. { $reason }. You can try again at { $time }.
submit-refused-without-reason = “{ $title }” was refused, so nothing was started. The service did not say why. You can try again.

file-label = Price list (CSV file)
file-sending = Sending “{ $name }”…
file-good = “{ $name }” holds { $rows ->
    [one] { $rows } row. It can be imported.
   *[other] { $rows } rows. All of them can be imported.
}
file-found = “{ $name }” holds { $rows ->
    [one] { $rows } row
   *[other] { $rows } rows
}. { $good ->
    [0] None
   *[other] { $good }
} of them can be imported.
file-empty = “{ $name }” holds no rows, so there is nothing to import. Choose another file, or remove this one.
file-problem = { $count ->
    [one] { $count } row will fail
   *[other] { $count } rows will fail
} because of { $cause ->
    [missing-id] a missing ID
    [bad-format] a wrong format
    [missing-field] a missing field
    [duplicate-id] a duplicate ID
   *[other] a cause without a name
}: { $rows }. { $remedy }
file-more = more
file-unreadable = “{ $name }” cannot be read. { $reason }. { $remedy }
file-remove = Remove file

## All jobs

jobs-heading = Jobs
jobs-loading = Loading the jobs…
jobs-empty = No jobs yet.
jobs-empty-hint = Start one from the catalogue.
jobs-caption = All jobs, the newest first
jobs-job = Job
jobs-state = State
jobs-progress = Items
jobs-accepted = Requested

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

## What a person can have done to a job

actions-of-job = Actions
action-cancel = { $kind ->
    [import] Cancel import
    [publish] Cancel publish
    [sync] Cancel sync
    [update] Cancel update
   *[other] Cancel job
}
action-cancelling = Cancelling…
action-retry-failed = Retry { $items ->
    [one] { $items } failed item
   *[other] { $items } failed items
}
action-retry-failed-uncounted = Retry failed items
action-rerun = Run { $items ->
    [one] { $items } item
   *[other] all { $items } items
} again
action-rerun-uncounted = Run all items again
action-continue = Skip and continue with { $items ->
    [one] { $items } item
   *[other] { $items } items
}
action-continue-uncounted = Skip and continue

asking-cancel = Asking to cancel…
asking-retry-failed = Asking to retry { $items ->
    [one] { $items } failed item
   *[other] { $items } failed items
}…
asking-retry-failed-uncounted = Asking to retry failed items…
asking-rerun = Asking to run { $items ->
    [one] { $items } item
   *[other] all { $items } items
} again…
asking-rerun-uncounted = Asking to run all items again…
asking-continue = Asking to continue with { $items ->
    [one] { $items } item
   *[other] { $items } items
}…
asking-continue-uncounted = Asking to continue…

wish-sending = { $asking }
wish-waiting = { $asking } There is no answer yet.
wish-unanswered = { $asking } There is no answer yet, so it is not known whether the service has heard of it. Asking again never does it twice.
wish-refused = “{ $name }” was refused, so nothing has changed. { $reason }. { $remedy }
wish-refused-without-reason = “{ $name }” was refused, so nothing has changed. The service did not say why. You can try again.

retry-hint = { $count ->
    [one] { $count } of them will fail again until it is mended.
   *[other] { $count } of them will fail again until they are mended.
}
next-look = { $kind ->
    [import] See what was imported
    [publish] See what is on sale now
   *[other] See the catalogue
}

cancel-title = Cancel “{ $title }”?
cancel-before-start = It will leave the queue. Nothing has begun yet.
cancel-stops = { $mode ->
    [immediate] The item in hand will be broken off,
   *[other] The item in hand will be finished first,
} { $kind ->
    [import] and nothing more will be imported.
    [publish] and nothing more will be published.
    [sync] and nothing more will be synced.
    [update] and nothing more will be updated.
   *[other] and nothing more will be done.
}
cancel-nothing-done = { $kind ->
    [import] No item is imported so far.
    [publish] No item is published so far.
    [sync] No item is synced so far.
    [update] No item is updated so far.
   *[other] No item has succeeded so far.
}
cancel-keeps-done = { $succeeded ->
    [one] { $succeeded } item is
   *[other] { $succeeded } items are
} { $kind ->
    [import] imported so far, and will stay in the catalogue.
    [publish] published so far, and will stay on sale.
    [sync] synced so far, and will stay so.
    [update] updated so far, and will stay so.
   *[other] through so far, and will stay so.
}
cancel-keeps-nothing = { $succeeded ->
    [one] { $succeeded } item is
   *[other] { $succeeded } items are
} { $kind ->
    [import] imported so far, and will be taken out again.
    [publish] published so far, and will be taken back.
    [sync] synced so far, and will be set back.
    [update] updated so far, and will be set back.
   *[other] through so far, and will be taken back.
}
cancel-dismiss = { $kind ->
    [import] Keep importing
    [publish] Keep publishing
    [sync] Keep syncing
    [update] Keep updating
   *[other] Keep going
}
cancel-moot = There is nothing left to ask
cancel-close = Close
cancel-forbidden = It can no longer be cancelled.
cancel-too-late = The request to cancel came too late. The last item was in hand by then.
cancel-was-over = It was too late to cancel: the job was over already.

## Runs of a job

run-number = This is run { $run }.
run-of-all = This is run { $run }, for all items.
run-of-failed = { $items ->
    [one] This is run { $run }, for the { $items } item that failed before.
   *[other] This is run { $run }, for the { $items } items that failed before.
}
runs-heading = Previous runs
run-before = Previous run { $run }: { $state } at { $time }. { $succeeded } succeeded, { $failed } failed, { $skipped } skipped.
won-attempt = Succeeded on attempt { $attempt }.

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

## How a job ended

summary-succeeded = { $kind ->
    [import] Import complete. { $succeeded ->
        [one] { $succeeded } item imported
       *[other] { $succeeded } items imported
    }
    [publish] Publish complete. { $succeeded ->
        [one] { $succeeded } item published
       *[other] { $succeeded } items published
    }
    [sync] Sync complete. { $succeeded ->
        [one] { $succeeded } item synced
       *[other] { $succeeded } items synced
    }
    [update] Update complete. { $succeeded ->
        [one] { $succeeded } item updated
       *[other] { $succeeded } items updated
    }
   *[other] Job complete. { $succeeded ->
        [one] { $succeeded } item processed
       *[other] { $succeeded } items processed
    }
}{ $skipped ->
    [0] .
   *[other] , { $skipped } skipped.
}
summary-partial = { $kind ->
    [import] Import finished with problems
    [publish] Publish finished with problems
    [sync] Sync finished with problems
    [update] Update finished with problems
   *[other] Job finished with problems
}. { $succeeded } succeeded, { $failed } failed, { $skipped } skipped.
summary-failed = { $kind ->
    [import] Import failed
    [publish] Publish failed
    [sync] Sync failed
    [update] Update failed
   *[other] Job failed
}. { $succeeded } succeeded, { $failed } failed, { $skipped } skipped.
summary-cancelled = { $kind ->
    [import] Import cancelled
    [publish] Publish cancelled
    [sync] Sync cancelled
    [update] Update cancelled
   *[other] Job cancelled
}. { $succeeded } succeeded, { $failed } failed, { $skipped } skipped.

summary-other = { $succeeded } succeeded, { $failed } failed, { $skipped } skipped.

receipt = { $kept ->
    [one] { $kept } item kept
   *[other] { $kept } items kept
}, { $left ->
    [one] { $left } item not done
   *[other] { $left } items not done
}, { $taken ->
    [0] none
   *[other] { $taken }
} of them taken back.
receipt-uncounted = { $kept ->
    [one] { $kept } item kept
   *[other] { $kept } items kept
}, { $taken ->
    [one] { $taken } item taken back
   *[other] { $taken } items taken back
}.

failed-heading = Items that failed
skipped-heading = Items that were skipped
group-failed = { $count ->
    [one] { $count } item failed
   *[other] { $count } items failed
} because of { $cause ->
    [missing-id] a missing ID
    [bad-format] a wrong format
    [missing-field] a missing field
    [duplicate-id] a duplicate ID
    [no-permission] a missing permission
    [expired-credentials] expired access to the marketplace
    [account-suspended] a suspended account on the marketplace
    [timeout] a timeout
    [network] trouble with the network
    [exception] an internal error
    [half-written] a write that broke off
    [upload-lost] a lost file
    [upstream-error] a marketplace error
    [rate-limited] the rate limit of the marketplace
   *[other] a cause without a name
}.
group-skipped = { $count ->
    [one] { $count } item skipped
   *[other] { $count } items skipped
}: { $cause ->
    [already-published] already on the marketplace
    [unchanged] unchanged
    [out-of-stock] out of stock
   *[other] reason not given
}.
remedy = { $remedy }
names-more = and more

## Announcements

announce-retrying = { $title }: { $retry }
announce-cancelling = { $title } is being cancelled. { $how }
announce-again = { $title } was accepted again, as run { $run }.
announce-paused = { $title } is paused. { $reason }
announce-resumed = { $title } goes on.
announce-ended = { $title }. { $summary }
announce-started = { $title } has started.
announce-accepted = { $title } was accepted.
