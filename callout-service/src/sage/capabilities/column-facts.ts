import type { AnyTable } from '../catalogue/table.ts';
import type { LiveCatalogue, LiveColumn } from '../live-catalogue/live-catalogue.ts';
import { lengthsOfRelease2023, type SageCapabilities } from '../port/sage-capabilities.ts';

export type ColumnFacts = Pick<SageCapabilities, 'describesColumns' | 'columnLengths' | 'missingColumns'>;

/** What SQLColumns tells of the tables that this service reads. Where it tells nothing, nothing counts as missing. */
export async function columnFacts(
  liveCatalogue: LiveCatalogue,
  tables: readonly AnyTable[]
): Promise<ColumnFacts> {
  const withLengths = Object.keys(lengthsOfRelease2023).map((column) => column.split('.')[0] ?? '');
  const names = new Set([...tables.map(({ name }) => name), ...withLengths]);
  const live = await liveCatalogue.columnsOfAll([...names]).catch(() => undefined);
  if (live === undefined) return { describesColumns: null, columnLengths: {}, missingColumns: [] };
  if ([...live.values()].every((columns) => columns.length === 0)) {
    return { describesColumns: false, columnLengths: {}, missingColumns: [] };
  }
  return {
    describesColumns: true,
    columnLengths: lengthsIn(live),
    missingColumns: tables.flatMap((table) => missingIn(table, live.get(table.name) ?? []))
  };
}

function lengthsIn(live: ReadonlyMap<string, readonly LiveColumn[]>): Record<string, number> {
  const lengths: Record<string, number> = {};
  for (const column of Object.keys(lengthsOfRelease2023)) {
    const [table = '', name = ''] = column.split('.');
    const type = live.get(table)?.find((found) => sameName(found.name, name))?.type;
    if (type?.kind === 'string') lengths[column] = type.length;
  }
  return lengths;
}

function missingIn(table: AnyTable, live: readonly LiveColumn[]): string[] {
  if (live.length === 0) return [`${table.name}.*`];
  return Object.keys(table.columns)
    .filter((name) => !live.some((column) => sameName(column.name, name)))
    .map((name) => `${table.name}.${name}`);
}

function sameName(one: string, other: string): boolean {
  return one.toLowerCase() === other.toLowerCase();
}
