import { optional, required, withFallback } from './setting.ts';
import { postgresUrl, text, wholeNumber } from './setting-types.ts';

const milliseconds = wholeNumber(1, 600_000);
const days = wholeNumber(1, 3_650);

/** Whose store it is, and whose figures the service shows. */
export const companyCodeSetting = required(
  text('three capital letters or digits', /^[A-Z0-9]{3}$/),
  'Code of the Sage company.'
);

/** Settings of the store, by the name of their variable. */
const storeSettings = {
  STORE_DIRECTORY: optional(
    text('a path that the service may write to'),
    'Directory for what the service keeps, on a disk of this machine; made if it is missing. The embedded store is the file `store-<company>.sqlite` there. Needed unless STORE_POSTGRES_URL is given.'
  ),
  STORE_POSTGRES_URL: optional(
    postgresUrl(),
    'PostgreSQL in the place of the embedded store, for several instances of the service.',
    { secret: true }
  ),
  STORE_POSTGRES_SCHEMA: optional(
    text(
      'small letters, digits and `_`, at most 63, not beginning with `pg_`',
      /^(?!pg_)[a-z_][a-z0-9_]{0,62}$/
    ),
    'Schema of the store in PostgreSQL, made if it is missing. Without it `ledger_bridge_<company>`, so that companies share a database but no table.'
  ),
  STORE_POSTGRES_POOL_SIZE: withFallback(
    wholeNumber(2, 100),
    '10',
    'Connections to PostgreSQL at most, besides one that listens for jobs that become due.'
  ),
  STORE_CONNECT_TIMEOUT_MS: withFallback(
    milliseconds,
    '5000',
    'Time in which a connection to PostgreSQL must stand.'
  ),
  STORE_STATEMENT_TIMEOUT_MS: withFallback(
    milliseconds,
    '10000',
    'Time that one statement may take in PostgreSQL, and that the embedded store waits for a tool that works on it.'
  ),
  STORE_DONE_DAYS: withFallback(days, '7', 'Days that jobs are kept which were done without a failure.'),
  STORE_FAILURE_DAYS: withFallback(
    days,
    '90',
    'Days that jobs are kept which failed on the way or were skipped: long enough for the question of a quarter.'
  ),
  STORE_IDEMPOTENCY_KEY_DAYS: withFallback(
    days,
    '180',
    'Days in which a request that is sent again is known by its key; longer than any job, so that none is done twice.'
  ),
  STORE_RUN_DAYS: withFallback(days, '90', 'Days that ended sync runs are kept with their counts.'),
  STORE_AUDIT_DAYS: withFallback(days, '730', 'Days that acts of operators are kept.'),
  STORE_CHANGE_DAYS: withFallback(
    days,
    '30',
    'Days that the feed of changes (`GET /v1/changes`) reaches back; a reader that stays away longer loads everything anew.'
  ),
  STORE_MAX_MEGABYTES: withFallback(
    wholeNumber(16, 1_000_000),
    '2048',
    'Size beyond which finished jobs go before their time, those without a failure first. What is unfinished never goes.'
  )
};

/** Settings of jobs, by the name of their variable. */
const jobSettings = {
  JOB_LEASE_MS: withFallback(
    wholeNumber(3_000, 600_000),
    '30000',
    'Time after which the job of a worker that fell silent is given to another; a working one gives a sign three times in it.'
  ),
  JOB_TIME_LIMIT_MS: withFallback(
    wholeNumber(1_000, 3_600_000),
    '300000',
    'Time after which a handler counts as stuck: it is told to stop, and its lease is let run out. Longer than the slowest write into Sage.'
  ),
  JOB_MAX_ATTEMPTS: withFallback(
    wholeNumber(1, 1_000),
    '25',
    'Attempts after which a job is dead and waits for a person. With the fallbacks of the backoff that is about four hours, so that an outage of Sage in the night needs nobody.'
  ),
  JOB_BACKOFF_BASE_MS: withFallback(
    milliseconds,
    '2000',
    'The most that the first repetition waits; each further one up to twice as long.'
  ),
  JOB_BACKOFF_CEILING_MS: withFallback(
    wholeNumber(1, 86_400_000),
    '1800000',
    'The most that any repetition waits, so that work goes on soon after an outage has ended.'
  ),
  JOB_STOP_GRACE_MS: withFallback(
    wholeNumber(0, 600_000),
    '10000',
    'Time that running jobs get to finish when the service stops; what does not is looked up and done by the next worker.'
  )
};

/** Settings of the store and its jobs, in the order in which the documentation lists them. */
export const storeAndJobSettings = { ...storeSettings, ...jobSettings };
