import type { SageClock } from '../decode/sage-clock.ts';
import { decodeDate } from '../decode/date.ts';
import { UndecodableValueError } from '../decode/undecodable-value.ts';
import type { Cell, CellRow } from '../odbc/protocol.ts';
import type { ChangeWindow } from '../port/sage-records.ts';
import { keysetPages } from './keyset-pages.ts';
import type { LiveTable } from './live-table.ts';
import { rawKeyOf, type RawKey } from './raw-key.ts';
import type { TableReader } from './table-reader.ts';
import type { AnyTable } from '../catalogue/table.ts';

const NARROW_PAGE = 1_000;
const MINUTE_MS = 60_000;
const SECOND_MS = 1_000;

interface Sources {
  readonly reader: TableReader;
  readonly clock: SageClock;
  /** Time for one page of keys and stamps. */
  readonly deadlineMs: number;
}

/** Which stamp a pass over the table looks at. */
interface Pass {
  readonly day: string;
  readonly time: string;
  /** Whether a row counts only while DateUpdated is blank. */
  readonly onlyWithoutUpdate: boolean;
}

const UPDATED: Pass = { day: 'DateUpdated', time: 'TimeUpdated', onlyWithoutUpdate: false };
const CREATED: Pass = { day: 'DateCreated', time: 'TimeCreated', onlyWithoutUpdate: true };

/**
 * The keys of what was changed in a window, in lists of `size`: first by DateUpdated, then what was created and never
 * changed, each in the order of the key. Only key and stamps are read, narrowed to the day before the window begins; the
 * exact comparison is made here, since Sage keeps the time of day apart, as text.
 */
export async function* changedKeys(
  sources: Sources,
  table: AnyTable,
  window: ChangeWindow,
  size: number
): AsyncGenerator<readonly RawKey[]> {
  const start = Date.parse(window.since) - window.overlapMinutes * MINUTE_MS;
  // Stamps are read in whole seconds, so one may stand up to half a second before its change.
  const from = Math.floor(start / SECOND_MS) * SECOND_MS;
  if (Number.isNaN(from)) throw new RangeError('the beginning of a change window cannot be read');
  const { columns } = await sources.reader.fit(table);
  const passes = [UPDATED, CREATED].filter(({ day }) => Object.hasOwn(columns, day));
  const keys: RawKey[] = [];
  for (const pass of passes) {
    for await (const found of keysOfPass(sources, table, pass, from)) {
      keys.push(...found);
      while (keys.length >= size) yield keys.splice(0, size);
    }
  }
  if (keys.length > 0) yield keys;
}

async function* keysOfPass(
  { reader, clock, deadlineMs }: Sources,
  table: AnyTable,
  pass: Pass,
  from: number
): AsyncGenerator<readonly RawKey[]> {
  const columnsOf = (live: LiveTable) => narrowColumns(live, pass);
  // One day earlier: a stamp of daylight saving time may stand on the other side of midnight.
  const day = clock.day(new Date(from).toISOString(), -1);
  const where = [{ column: pass.day, op: '>=', value: day }] as const;
  const pages = keysetPages(reader, {
    table,
    columnsOf,
    where,
    order: table.key,
    after: [],
    size: NARROW_PAGE,
    priority: 'background',
    deadlineMs
  });
  for await (const { table: live, rows } of pages) {
    const columns = columnsOf(live);
    const changed = rows.filter((row) => isChanged(clock, pass, columns, row, from));
    yield changed.map((row) => rawKeyOf(row, columns, live.key, live.columns));
  }
}

function narrowColumns(table: LiveTable, pass: Pass): readonly [string, ...string[]] {
  const [first = '', ...others] = table.key;
  const stamps = [pass.day, pass.time, UPDATED.day];
  const shown = stamps.filter((column) => Object.hasOwn(table.columns, column));
  return [first, ...new Set([...others, ...shown].filter((column) => column !== first))];
}

function isChanged(
  clock: SageClock,
  pass: Pass,
  columns: readonly string[],
  row: CellRow,
  from: number
): boolean {
  const cell = (column: string): Cell => row[columns.indexOf(column)] ?? null;
  try {
    if (pass.onlyWithoutUpdate && decodeDate(cell(UPDATED.day)) !== null) return false;
    const moment = clock.latestMoment(decodeDate(cell(pass.day)), String(cell(pass.time) ?? ''));
    return moment !== null && Date.parse(moment) >= from;
  } catch (error) {
    // Whoever reads the whole record then reports it.
    if (error instanceof UndecodableValueError) return true;
    throw error;
  }
}
