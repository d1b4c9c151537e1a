import { LedgerBridgeError } from '../../errors/ledger-bridge-error.ts';
import type { AnyTable } from '../catalogue/table.ts';
import { conditionsOfKeys, type Conditions } from '../records/key-conditions.ts';
import { cursorOf, isSafeKey, rawKeyOf, type RawKey } from '../records/raw-key.ts';
import type { TableReader } from '../records/table-reader.ts';
import type { ProjectionSource } from './projection.ts';
import { columnsRead, rowReaderOf } from './table-stream.ts';

/**
 * Where a scan of the table goes on behind a key in its display form, whether or not its record is still there. Where the
 * key may be that of several rows and Sage has none of them, before all of them: what comes twice does no harm.
 * @throws LedgerBridgeError LB108 for what is no key of the table; LB3xx.
 */
export async function placeBehind(
  reader: TableReader,
  source: ProjectionSource,
  key: string
): Promise<RawKey> {
  const { table } = source;
  const places = source.placesOf(key).flatMap((place) => {
    const cursor = cursorOf(place, table.key.slice(0, place.length), table.columns);
    return cursor === undefined ? [] : [cursor];
  });
  const [first, second] = places;
  if (first !== undefined) {
    if (second === undefined) return first;
    const columns = table.key.slice(0, first.length);
    const rows = { conditions: conditionsOfKeys(columns, places), withChildren: false };
    return (await placeOfRow(reader, source, key, rows)) ?? lowest(places);
  }
  const conditions = source.conditionsOf?.(key);
  if (conditions !== undefined && areSafe(conditions, table)) {
    const rows = { conditions: [conditions], withChildren: true };
    return (await placeOfRow(reader, source, key, rows)) ?? [];
  }
  throw new LedgerBridgeError('LB108', {
    detail: `Sage has no record of ${table.name} of that key to go on behind.`
  });
}

/** The whole key of the row that has this one, among those that fulfil one of the conditions. */
async function placeOfRow(
  reader: TableReader,
  source: ProjectionSource,
  key: string,
  { conditions, withChildren }: { readonly conditions: readonly Conditions[]; readonly withChildren: boolean }
): Promise<RawKey | undefined> {
  const { table } = source;
  const { table: live, rows } = await reader.read(
    table,
    (asked) =>
      conditions.map((where) => ({ columns: columnsRead(source, asked), where, orderBy: table.key })),
    { priority: 'background' }
  );
  const own = rowReaderOf(source, live);
  const row = rows.find(
    (each) => source.keyOf({ text: (column) => own.text(each, column), has: () => withChildren }) === key
  );
  const place = row && rawKeyOf(row, columnsRead(source, live), table.key, live.columns);
  return place && cursorOf(place, table.key, table.columns);
}

function areSafe(conditions: Conditions, { columns }: AnyTable): boolean {
  return conditions.every(
    (condition) => 'value' in condition && isSafeKey([condition.value], [condition.column], columns)
  );
}

function lowest(places: readonly RawKey[]): RawKey {
  return places.reduce((least, each) => (isBefore(each, least) ? each : least));
}

function isBefore(one: RawKey, other: RawKey): boolean {
  const differs = one.findIndex((segment, index) => segment !== other[index]);
  return differs !== -1 && (one[differs] ?? '') < (other[differs] ?? '');
}
