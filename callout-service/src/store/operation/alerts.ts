import { sql, type Selectable } from 'kysely';
import { entryName, freeText } from '../entry-text.ts';
import { isoOf, isoOrUndefined } from '../moment.ts';
import type { Alert, Alerts } from '../port/alerts.ts';
import { reading } from '../reading.ts';
import type { AlertTable } from '../schema/operation-tables.ts';
import type { StoreContext } from '../store-context.ts';

/** Troubles that last, each told of once. */
export function createAlerts(context: StoreContext): Alerts {
  return {
    raise: (topic, detail) => context.inTransaction((within) => raise(within, topic, detail)),
    clear: (topic) => context.inTransaction((within) => clear(within, topic)),
    told: (topic) => context.inTransaction((within) => told(within, topic)),
    open: () => open(context)
  };
}

/** One statement: whoever made the row began the trouble, and everybody else finds it counted on. */
async function raise({ database, dialect }: StoreContext, topic: string, detail: string) {
  const row = await database
    .insertInto('alert')
    .values({
      topic: entryName(topic, 'topic of the alert'),
      detail: freeText(detail),
      since: dialect.now(),
      last_seen_at: dialect.now(),
      occurrences: 1,
      told_at: null
    })
    .onConflict((conflict) =>
      conflict.column('topic').doUpdateSet({
        detail: (excluded) => excluded.ref('excluded.detail'),
        last_seen_at: (excluded) => excluded.ref('excluded.last_seen_at'),
        occurrences: sql<number>`alert.occurrences + 1`
      })
    )
    .returningAll()
    .executeTakeFirstOrThrow();
  return { begun: row.occurrences === 1, alert: alertOf(row) };
}

async function clear({ database }: StoreContext, topic: string): Promise<Alert | undefined> {
  const row = await database.deleteFrom('alert').where('topic', '=', topic).returningAll().executeTakeFirst();
  return row && alertOf(row);
}

async function told({ database, dialect }: StoreContext, topic: string): Promise<void> {
  await database.updateTable('alert').set({ told_at: dialect.now() }).where('topic', '=', topic).execute();
}

async function open(context: StoreContext): Promise<readonly Alert[]> {
  return reading(context, async (database) => {
    const rows = await database.selectFrom('alert').selectAll().orderBy('since').orderBy('topic').execute();
    return rows.map(alertOf);
  });
}

function alertOf(row: Selectable<AlertTable>): Alert {
  return {
    topic: row.topic,
    detail: row.detail,
    since: isoOf(row.since),
    lastSeenAt: isoOf(row.last_seen_at),
    occurrences: row.occurrences,
    toldAt: isoOrUndefined(row.told_at)
  };
}
