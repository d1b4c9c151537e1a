import { sql } from 'kysely';
import { LedgerBridgeError } from '../../errors/ledger-bridge-error.ts';
import { inFewSizes } from '../few-sizes.ts';
import type { Link } from '../port/links.ts';
import type { StoreContext } from '../store-context.ts';
import { rowOfLink, type LinkRow } from './link-row.ts';

/**
 * Links pairs and takes over what they last agreed on: all or none, some hundred by statement.
 * @throws LedgerBridgeError LB611 when a side of one is linked elsewhere, in the store or in the list; LB616.
 */
export async function putLinks(context: StoreContext, links: readonly Link[]): Promise<void> {
  const rows = onePerPair(links.map(rowOfLink));
  if (rows.length === 0) return;
  await context.inTransaction(async (within) => {
    for (const some of inFewSizes(rows)) await putSome(within, some);
  });
}

/** Of a pair that is there twice the later one counts. In an order that is always the same, so that few wait in a ring. */
function onePerPair(rows: readonly LinkRow[]): readonly LinkRow[] {
  const bySalesforceId = new Map<string, LinkRow>();
  const bySageKey = new Map<string, LinkRow>();
  for (const row of rows) {
    const id = `${row.entity}\0${row.salesforce_id}`;
    const key = `${row.entity}\0${row.sage_key}`;
    const idBefore = bySalesforceId.get(id);
    const keyBefore = bySageKey.get(key);
    if ((idBefore ?? row).sage_key !== row.sage_key) throw linkedElsewhere(row);
    if ((keyBefore ?? row).salesforce_id !== row.salesforce_id) throw linkedElsewhere(row);
    bySalesforceId.set(id, row);
    bySageKey.set(key, row);
  }
  return [...bySalesforceId].toSorted(([one], [other]) => (one < other ? -1 : 1)).map(([, row]) => row);
}

/** Neither statement fails of a link elsewhere, which would not say of which: their counts tell, and then it is looked for. */
async function putSome(context: StoreContext, rows: readonly LinkRow[]): Promise<void> {
  const linked = await insertNew(context, rows);
  if (linked === rows.length) return;
  const agreed = await takeOverAgreed(context, rows);
  if (agreed !== rows.length) throw await whichIsLinkedElsewhere(context, rows);
}

async function insertNew({ database, dialect }: StoreContext, rows: readonly LinkRow[]): Promise<number> {
  const moments = { linked_at: dialect.now(), agreed_at: dialect.now() };
  const { numInsertedOrUpdatedRows } = await database
    .insertInto('link')
    .values(rows.map((row) => ({ ...row, ...moments })))
    .onConflict((conflict) => conflict.doNothing())
    .executeTakeFirst();
  return Number(numInsertedOrUpdatedRows);
}

/** For pairs that are linked with each other. */
async function takeOverAgreed(
  { database, dialect }: StoreContext,
  rows: readonly LinkRow[]
): Promise<number> {
  const values = rows.map(
    (row) =>
      sql`(${row.entity}, ${row.salesforce_id}, ${row.sage_key}, ${row.agreed_json}, ${row.mapping_version})`
  );
  const { numAffectedRows } = await sql`
    with agreed (entity, salesforce_id, sage_key, agreed_json, mapping_version) as (values ${sql.join(values)})
    update link set agreed_json = agreed.agreed_json, agreed_at = ${dialect.now()},
      mapping_version = cast(agreed.mapping_version as bigint)
    from agreed
    where link.entity = agreed.entity and link.salesforce_id = agreed.salesforce_id
      and link.sage_key = agreed.sage_key`.execute(database);
  return Number(numAffectedRows);
}

async function whichIsLinkedElsewhere(
  { database, dialect }: StoreContext,
  rows: readonly LinkRow[]
): Promise<LedgerBridgeError> {
  const linked = await database
    .selectFrom('link')
    .select(['entity', 'salesforce_id', 'sage_key'])
    .where(dialect.isOneOf('entity', [...new Set(rows.map(({ entity }) => entity))]))
    .where(
      dialect.isOneOf(
        'salesforce_id',
        rows.map((row) => row.salesforce_id)
      )
    )
    .execute();
  const pairs = new Set(linked.map((row) => `${row.entity}\0${row.salesforce_id}\0${row.sage_key}`));
  const elsewhere = rows.find((row) => !pairs.has(`${row.entity}\0${row.salesforce_id}\0${row.sage_key}`));
  return linkedElsewhere(elsewhere);
}

function linkedElsewhere(row: LinkRow | undefined): LedgerBridgeError {
  return new LedgerBridgeError('LB611', {
    detail: 'One side of a pair belongs to another record already, so the pair was not linked.',
    ...(row === undefined
      ? {}
      : { subject: `${row.entity} ${row.sage_key} with Salesforce record ${row.salesforce_id}` })
  });
}
