import { sql, type RawBuilder } from 'kysely';

/** A rule of docs/job-states.md, and of what stands beside the jobs. */
export interface CheckRule {
  /** What is wrong, for people. */
  readonly what: string;
  /** Whatever breaks it, in one column `subject`. The same for both databases. */
  readonly broken: RawBuilder<{ readonly subject: string }>;
}

const jobsWhere = (condition: RawBuilder<unknown>): CheckRule['broken'] =>
  sql`select 'job ' || id as subject from job where ${condition}`;

const isHead = sql`key is not null and state in ('ready', 'active', 'dead')`;
const keysSubject = sql`'lane ' || lane || ', key ' || key`;

/** Rules of the state machine that one job breaks by itself. */
const jobRules: readonly CheckRule[] = [
  {
    what: 'a job is in a state that does not exist',
    broken: jobsWhere(sql`state not in ('waiting', 'ready', 'active', 'done', 'dead', 'skipped')`)
  },
  {
    what: 'an active job has no lease, so that nobody would ever take it back',
    broken: jobsWhere(sql`state = 'active' and (lease_until is null or leased_by is null)`)
  },
  {
    what: 'a job has a lease and is not active',
    broken: jobsWhere(sql`state <> 'active' and (lease_until is not null or leased_by is not null)`)
  },
  {
    what: 'a job is active and was never claimed',
    broken: jobsWhere(sql`state = 'active' and (attempts < 1 or fence < 1)`)
  },
  {
    what: 'a job has more attempts than claims',
    broken: jobsWhere(sql`attempts > fence or attempts < 0`)
  },
  {
    what: 'a job has ended and nobody knows when, or has not ended and has an end',
    broken: jobsWhere(sql`(state in ('done', 'skipped')) <> (finished_at is not null)`)
  },
  {
    what: 'a job was skipped without a reason, or has the reason and was not skipped',
    broken: jobsWhere(sql`(state = 'skipped') <> (skip_reason is not null)`)
  },
  {
    what: 'a dead job has no error',
    broken: jobsWhere(sql`state = 'dead' and (error_count = 0 or last_error_code is null)`)
  },
  {
    what: 'a job has another number of errors than it counts',
    broken: jobsWhere(sql`error_count <> (select count(*) from job_error where job_id = job.id)`)
  },
  {
    what: 'a job was never replayed and has an earlier payload',
    broken: jobsWhere(sql`original_payload_json is not null and replays = 0`)
  },
  {
    what: 'a job waits and has no key to wait for',
    broken: jobsWhere(sql`state = 'waiting' and key is null`)
  }
];

/** Rules about the jobs of one key among each other. */
const keyRules: readonly CheckRule[] = [
  {
    what: 'a key has two heads, so that two of its jobs may run at once',
    broken: sql`select ${keysSubject} as subject from job where ${isHead}
      group by lane, key having count(*) > 1`
  },
  {
    what: 'jobs of a key wait and none is their head, so that they would wait for ever',
    broken: sql`select distinct ${keysSubject} as subject from job where state = 'waiting' and key is not null
      and not exists (select 1 from job as head where head.lane = job.lane and head.key = job.key
        and head.key is not null and head.state in ('ready', 'active', 'dead'))`
  },
  {
    what: 'a job waits behind a younger one, so that the order of its key is lost',
    broken: sql`select 'job ' || waiting.id || ' behind job ' || job.id as subject from job
      join job as waiting on waiting.lane = job.lane and waiting.key = job.key and waiting.state = 'waiting'
        and waiting.id < job.id
      where job.key is not null and job.state in ('ready', 'active', 'dead')`
  }
];

/** What stands beside the jobs. */
const otherRules: readonly CheckRule[] = [
  {
    what: 'an error belongs to a job that does not exist',
    broken: sql`select 'error ' || id || ' of job ' || job_id as subject from job_error
      where not exists (select 1 from job where job.id = job_error.job_id)`
  },
  {
    what: 'a Salesforce record is linked twice',
    broken: sql`select entity || ' ' || salesforce_id as subject from link
      group by entity, salesforce_id having count(*) > 1`
  },
  {
    what: 'a Sage record is linked twice',
    broken: sql`select entity || ' ' || sage_key as subject from link
      group by entity, sage_key having count(*) > 1`
  },
  {
    what: 'the versions of a mapping are not 1, 2, 3 … without a gap',
    broken: sql`select 'mapping ' || object as subject from mapping_version
      group by object having max(version) <> count(*) or min(version) <> 1`
  },
  {
    what: 'a sync run is running and has an end, or has ended and nobody knows when',
    broken: sql`select 'run ' || id as subject from sync_run
      where (state = 'running') <> (finished_at is null)`
  },
  {
    what: 'a sync run tells causes that are no list of numbers by code',
    broken: sql`select 'run ' || id as subject from sync_run
      where causes_json not like '{%}' or stop_requested not in (0, 1)`
  },
  {
    what: 'a digest says nothing, so that its record would be read again and again',
    broken: sql`select source || ' ' || key as subject from fingerprint where digest = ''`
  },
  {
    what: 'a change of the feed is of no kind',
    broken: sql`select 'change ' || id as subject from change
      where kind not in ('created', 'updated', 'deleted')`
  },
  {
    what: 'a schedule is switched off and would fire',
    broken: sql`select 'schedule ' || name as subject from schedule
      where enabled = 0 and next_slot is not null`
  },
  {
    what: 'an alert is open and was never raised',
    broken: sql`select 'alert ' || topic as subject from alert where occurrences < 1`
  }
];

export const checkRules: readonly CheckRule[] = [...jobRules, ...keyRules, ...otherRules];
