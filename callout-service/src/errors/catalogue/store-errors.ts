import type { ErrorEntry } from './error-entry.ts';

/** Failures of the store and of jobs: LB6. */
export const storeErrors = {
  LB601: {
    status: 500,
    kind: 'permanent',
    title: 'The store would not be safe',
    cause: 'The database does not promise to keep what it has acknowledged, or its file cannot be used.',
    action: 'Follow the detail: it names the setting or the file. The service does not start before.'
  },
  LB602: {
    status: 503,
    kind: 'transient',
    title: 'The store cannot be reached',
    cause: 'The database did not answer in time, or the connection broke before anything was committed.',
    action: 'Look at the PostgreSQL server of STORE_POSTGRES_URL, or at the disk of STORE_DIRECTORY.'
  },
  LB603: {
    status: 500,
    kind: 'permanent',
    title: 'The store is in use by another service',
    cause: 'A second service was started on the same embedded store.',
    action:
      'Stop the process that the detail names, or give this service its own STORE_DIRECTORY; for several instances use STORE_POSTGRES_URL.'
  },
  LB604: {
    status: 500,
    kind: 'permanent',
    title: 'The store is of a newer version',
    cause: 'A newer release of the service has worked with this store.',
    action: 'Start that release or a later one. Going back is only possible with a backup from before.'
  },
  LB605: {
    status: 507,
    kind: 'transient',
    title: 'The store is full',
    cause: 'The disk or the quota of the database is used up. Nothing of the change was kept.',
    action: 'Make room on the disk, or lower the STORE_…_DAYS and STORE_MAX_MEGABYTES.'
  },
  LB606: {
    status: 500,
    kind: 'permanent',
    title: 'The store is damaged',
    cause: 'The database found pages or rows that cannot be.',
    action:
      'Stop the service, keep the files, and restore the last backup (docs/operations.md, Backup and restore).'
  },
  LB607: {
    status: 503,
    kind: 'ambiguous',
    title: 'Whether the change was committed is not known',
    cause: 'The connection to the database broke while it was committing.',
    action: 'Ask again with the same idempotency key, or look the record up; never assume either.'
  },
  LB608: {
    status: 409,
    kind: 'permanent',
    title: 'The lease of the job has run out',
    cause: 'The worker took longer than its lease, and the job was given to another or decided by a person.',
    action: 'Nothing: the late answer is refused so that the job is answered once.'
  },
  LB609: {
    status: 503,
    kind: 'ambiguous',
    title: 'The worker of the job did not answer',
    cause: 'Its process ended or hung until the lease ran out; the work may have had its effect.',
    action:
      'It is looked up and then tried again by itself. If it dies of this, look at the log of that worker.'
  },
  LB610: {
    status: 404,
    kind: 'permanent',
    title: 'The store has no such entry',
    cause: 'It was never there, has been deleted by retention, or is in another state.',
    action: 'Look it up in the list of jobs, runs or mapping versions.'
  },
  LB611: {
    status: 409,
    kind: 'permanent',
    title: 'The record is linked elsewhere',
    cause: 'The Salesforce record or the Sage record belongs to another record already.',
    action: 'Look at both links; remove the wrong one, then try again.'
  },
  LB612: {
    status: 409,
    kind: 'transient',
    title: 'The cursor was moved by another reader',
    cause: 'Two readers of one source ran at once; this one must not pass the other.',
    action: 'It is read again from where the cursor stands.'
  },
  LB613: {
    status: 409,
    kind: 'permanent',
    title: 'The mapping was published by someone else meanwhile',
    cause: 'The draft was drawn from a version that is no longer the newest.',
    action: 'Compare with the newest version, take over what is needed, and publish again.'
  },
  LB614: {
    status: 422,
    kind: 'permanent',
    title: 'The schedule cannot be understood',
    cause: 'The cron expression or the time zone is none.',
    action: 'Give five cron fields, as `0 2 * * *`, and an IANA time zone, as `America/Chicago`.'
  },
  LB615: {
    status: 422,
    kind: 'permanent',
    title: 'The store cannot be imported',
    cause: 'The file is damaged, incomplete or too new, or the store has content already.',
    action: 'Export again, and import into an empty store with this release or a later one.'
  },
  LB616: {
    status: 422,
    kind: 'permanent',
    title: 'The entry cannot be stored',
    cause: 'A key is empty or too long, or the content is no JSON or larger than the store takes.',
    action: 'Correct what the detail names.'
  },
  LB617: {
    status: 500,
    kind: 'permanent',
    title: 'The store belongs to another company',
    cause: 'SAGE_COMPANY_CODE is not the company that the store was made for.',
    action: 'Give this company its own STORE_DIRECTORY or its own database.'
  },
  LB618: {
    status: 503,
    kind: 'transient',
    title: 'The store is busy',
    cause: 'Another transaction held the store longer than a change may wait.',
    action:
      'Try again; if it stays, look for a long transaction, or for a copy of the file being made by hand.'
  },
  LB619: {
    status: 422,
    kind: 'permanent',
    title: 'The copy of the store cannot be written',
    cause: 'A file of that name is there already, or the disk refused it.',
    action: 'Give a new file name in a directory that the service may write to.'
  }
} as const satisfies Record<string, ErrorEntry>;
