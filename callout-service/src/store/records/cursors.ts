import type { Selectable } from 'kysely';
import { LedgerBridgeError } from '../../errors/ledger-bridge-error.ts';
import { entryName } from '../entry-text.ts';
import { isoOf } from '../moment.ts';
import { createAudit } from '../operation/audit.ts';
import type { Cursor, Cursors } from '../port/cursors.ts';
import { reading } from '../reading.ts';
import type { CursorTable } from '../schema/record-tables.ts';
import type { StoreContext } from '../store-context.ts';

/** Room for what a source calls its place, as a list of positions. */
const MAX_VALUE_CHARACTERS = 4_000;

/** How far sources were read. */
export function createCursors(context: StoreContext): Cursors {
  return {
    find: (name) =>
      reading(context, async (database) => {
        const row = await database
          .selectFrom('cursor')
          .selectAll()
          .where('name', '=', name)
          .executeTakeFirst();
        return row && cursorOf(row);
      }),
    all: () =>
      reading(context, async (database) => {
        const rows = await database.selectFrom('cursor').selectAll().execute();
        return rows.map(cursorOf).toSorted((one, other) => (one.name < other.name ? -1 : 1));
      }),
    move: (name, from, to) =>
      context.inTransaction(async (within) => {
        const moved =
          from === undefined ? await begin(within, name, to) : await advance(within, name, from, to);
        if (!moved) throw new LedgerBridgeError('LB612', { detail: `The cursor ${name} stands elsewhere.` });
      }),
    reset: (name, to, operator) => context.inTransaction((within) => reset(within, name, to, operator))
  };
}

/** False when it stands somewhere already, also when another transaction is just putting it there. */
async function begin({ database, dialect }: StoreContext, name: string, to: string): Promise<boolean> {
  const { numInsertedOrUpdatedRows } = await database
    .insertInto('cursor')
    .values({ name: entryName(name, 'name of the cursor'), value: valueOf(to), moved_at: dialect.now() })
    .onConflict((conflict) => conflict.doNothing())
    .executeTakeFirst();
  return numInsertedOrUpdatedRows === 1n;
}

/** Compares and moves in one statement, so that of two readers one loses. */
async function advance(
  { database, dialect }: StoreContext,
  name: string,
  from: string,
  to: string
): Promise<boolean> {
  const { numUpdatedRows } = await database
    .updateTable('cursor')
    .set({ value: valueOf(to), moved_at: dialect.now() })
    .where('name', '=', name)
    .where('value', '=', from)
    .executeTakeFirst();
  return numUpdatedRows === 1n;
}

async function reset(
  context: StoreContext,
  name: string,
  to: string | undefined,
  operator: string
): Promise<void> {
  // Deleting holds the row, so that what the audit says it was is what it was.
  const before = await context.database
    .deleteFrom('cursor')
    .where('name', '=', name)
    .returning('value')
    .executeTakeFirst();
  if (to !== undefined && !(await begin(context, name, to))) {
    throw new LedgerBridgeError('LB612', { detail: `The cursor ${name} was just put elsewhere.` });
  }
  await createAudit(context).record({
    operator,
    action: 'reset-cursor',
    subject: `cursor ${name}`,
    detail: { from: before?.value, to }
  });
}

function valueOf(text: string): string {
  return entryName(text, 'value of the cursor', MAX_VALUE_CHARACTERS);
}

function cursorOf({ name, value, moved_at: movedAt }: Selectable<CursorTable>): Cursor {
  return { name, value, movedAt: isoOf(movedAt) };
}
