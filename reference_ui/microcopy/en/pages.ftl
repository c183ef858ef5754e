### What the reference job UI says: the frame, the catalogue and the list of jobs.
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
