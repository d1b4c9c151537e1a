import { sql, type CreateTableBuilder } from 'kysely';

// Whatever a program does wrong, the database itself refuses a job whose columns do not fit each other.
const STATE = "state in ('waiting', 'ready', 'active', 'done', 'dead', 'skipped')";
const LEASE = "(state = 'active') = (lease_until is not null)";
const END = "(state in ('done', 'skipped')) = (finished_at is not null)";

/** As constraints of the table, one each. */
export function checkJobs<Table extends string, Column extends string>(
  table: CreateTableBuilder<Table, Column>
): CreateTableBuilder<Table, Column> {
  return table
    .addCheckConstraint('job_state', sql.raw(STATE))
    .addCheckConstraint('job_lease', sql.raw(LEASE))
    .addCheckConstraint('job_end', sql.raw(END));
}

/**
 * The same as one function, which PostgreSQL reads once a connection. The text of a constraint it reads anew with every
 * statement that writes: for one job that took as long as writing the row.
 */
export const JOB_IS_SOUND = sql`
create function job_is_sound(state text, lease_until bigint, finished_at bigint) returns boolean
language plpgsql immutable as $$
begin
  return ${sql.raw(STATE)}
    and ${sql.raw(LEASE)}
    and ${sql.raw(END)};
end $$`;

export const JOB_SOUND = sql`alter table job
  add constraint job_sound check (job_is_sound(state, lease_until, finished_at))`;
