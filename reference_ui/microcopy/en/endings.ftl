### What the reference job UI says: how a job ended, and what is announced.
### Times come formatted; counts come as numbers, and choose singular or plural here.

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

summary-left = { $left ->
    [one] { $left } item was not attempted.
   *[other] { $left } items were not attempted.
}
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
