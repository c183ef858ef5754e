### What the reference job UI says: what a person can have done to a job.
### Times come formatted; counts come as numbers, and choose singular or plural here.

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
