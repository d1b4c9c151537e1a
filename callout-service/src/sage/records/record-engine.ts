import { LedgerBridgeError } from '../../errors/ledger-bridge-error.ts';
import { SageClock } from '../decode/sage-clock.ts';
import type { ChangeWindow, KeyReadOptions, ReadOptions, ScanOptions } from '../port/sage-records.ts';
import { Assembler } from './assembler.ts';
import { changedKeys } from './changed-keys.ts';
import { readChildRows, type ChildRows, type ParentRows } from './child-rows.ts';
import type { RecordDefinition } from './definition.ts';
import { chunks, type Conditions } from './key-conditions.ts';
import { inOrderOf, rowsOfKeys } from './keyed-rows.ts';
import { keysetPages } from './keyset-pages.ts';
import { LiveTables } from './live-table.ts';
import type { RecordReadingOptions, UnreadableRecord } from './options.ts';
import { cursorOf, distinctKeys, isSafeKey, keyText, rawKeyOf, type RawKey } from './raw-key.ts';
import { TableReader } from './table-reader.ts';

const MAX_PAGE = 1_000;
const DEFAULT_PAGE = 500;
const DEFAULT_PAGE_WITH_CHILDREN = 200;
/** Keys that are asked for at once; practitioners chunk by 200 to 250. */
const KEYS_AT_ONCE = 200;

/** Between two pages of changes Sage may have to look at the whole of a big file. */
const DEFAULT_CHANGE_SCAN_TIMEOUT_MS = 120_000;

type Priority = 'interactive' | 'background';

/** Reads records of any kind by their definition. */
export class RecordEngine {
  readonly #reader: TableReader;
  readonly #clock: SageClock;
  readonly #assembler: Assembler;
  readonly #changeScanTimeoutMs: number;
  readonly #onUnreadable: (record: UnreadableRecord) => void;

  constructor(options: RecordReadingOptions) {
    const tables = new LiveTables(options.liveCatalogue);
    this.#reader = new TableReader(options.gateway, options.dialect, tables);
    this.#clock = new SageClock(options.timeZone);
    this.#assembler = new Assembler(this.#clock);
    this.#changeScanTimeoutMs = options.changeScanTimeoutMs ?? DEFAULT_CHANGE_SCAN_TIMEOUT_MS;
    this.#onUnreadable = options.onUnreadable;
  }

  async byKeys<E, K, P>(
    definition: RecordDefinition<E, K, P>,
    keys: readonly K[],
    options: KeyReadOptions = {}
  ): Promise<readonly E[]> {
    const wanted = keys.map((key) => definition.segments(key));
    const found = new Map<string, E[]>();
    for (const chunk of chunks(distinctKeys(wanted), KEYS_AT_ONCE)) {
      const keyed = await rowsOfKeys(this.#reader, definition.table, chunk, 'interactive');
      const parents = { ...keyed, withoutGaps: false };
      const children = await this.#childrenOf(definition, parents, options, 'interactive');
      const { table, rows } = keyed;
      const columns = table.key.slice(0, chunk[0]?.length);
      for (const row of rows) {
        const text = keyText(rawKeyOf(row, table.names, columns, table.columns));
        const assemble = () => this.#assembler.assemble(definition, table, row, children);
        const entities =
          options.passOverUnusable === true ? this.#usable(table.name, assemble) : [assemble()];
        found.set(text, [...(found.get(text) ?? []), ...entities]);
      }
    }
    return wanted.flatMap((key) => found.get(keyText(key)) ?? []);
  }

  async *scan<E, K, P>(
    definition: RecordDefinition<E, K, P>,
    options: ScanOptions<K> = {}
  ): AsyncGenerator<readonly E[]> {
    const after = options.after === undefined ? [] : startBehind(definition, options.after);
    yield* this.#pages(definition, [], after, options, 'background');
  }

  async *of<E, K, P>(
    definition: RecordDefinition<E, K, P>,
    parent: P,
    options: ReadOptions = {}
  ): AsyncGenerator<readonly E[]> {
    const shared = Object.entries(definition.ofParent(parent));
    const types = definition.table.columns;
    const columns = shared.map(([column]) => column);
    if (
      !isSafeKey(
        shared.map(([, value]) => value),
        columns,
        types
      )
    )
      return;
    const where = shared.map(([column, value]) => ({ column, op: '=', value }) as const);
    yield* this.#pages(definition, where, [], options, 'interactive');
  }

  async *changedSince<E, K, P>(
    definition: RecordDefinition<E, K, P>,
    window: ChangeWindow,
    options: ReadOptions = {}
  ): AsyncGenerator<readonly E[]> {
    const table = await this.#reader.fit(definition.table);
    // Without a stamp, as in a very old release, every record may have changed.
    if (!Object.hasOwn(table.columns, 'DateUpdated')) {
      yield* this.scan(definition, options);
      return;
    }
    const size = Math.min(KEYS_AT_ONCE, pageSize(definition, options));
    const sources = { reader: this.#reader, clock: this.#clock, deadlineMs: this.#changeScanTimeoutMs };
    for await (const keys of changedKeys(sources, definition.table, window, size)) {
      const keyed = await rowsOfKeys(this.#reader, definition.table, keys, 'background');
      const parents = { ...inOrderOf(keys, keyed), withoutGaps: false };
      yield* this.#entities(definition, parents, options, 'background');
    }
  }

  async *#pages<E, K, P>(
    definition: RecordDefinition<E, K, P>,
    where: Conditions,
    after: RawKey,
    options: ReadOptions,
    priority: Priority
  ): AsyncGenerator<readonly E[]> {
    const { table } = definition;
    const pages = keysetPages(this.#reader, {
      table,
      columnsOf: ({ names }) => names,
      where,
      order: table.key.filter((column) => where.every((condition) => condition.column !== column)),
      after,
      size: pageSize(definition, options),
      priority
    });
    const withoutGaps = where.length === 0;
    for await (const page of pages)
      yield* this.#entities(definition, { ...page, withoutGaps }, options, priority);
  }

  /** One page, or none when no row of it can be used. */
  async *#entities<E, K, P>(
    definition: RecordDefinition<E, K, P>,
    parents: ParentRows,
    options: ReadOptions,
    priority: Priority
  ): AsyncGenerator<readonly E[]> {
    const children = await this.#childrenOf(definition, parents, options, priority);
    const { table, rows } = parents;
    const entities = rows.flatMap((row) =>
      this.#usable(table.name, () => this.#assembler.assemble(definition, table, row, children))
    );
    if (entities.length > 0) yield entities;
  }

  /** A record, or none and a report of it when it cannot be used. */
  #usable<E>(table: string, assemble: () => E): readonly E[] {
    try {
      return [assemble()];
    } catch (error) {
      if (!(error instanceof LedgerBridgeError)) throw error;
      this.#onUnreadable({ table, error });
      return [];
    }
  }

  async #childrenOf<E, K, P>(
    definition: RecordDefinition<E, K, P>,
    parents: ParentRows,
    { withLines = true }: ReadOptions,
    priority: Priority
  ): Promise<readonly ChildRows[]> {
    const wanted = definition.children.filter((child) => withLines || child.always);
    const children: ChildRows[] = [];
    for (const child of wanted) children.push(await readChildRows(this.#reader, child, parents, priority));
    return children;
  }
}

function pageSize(
  { children }: { readonly children: readonly unknown[] },
  { pageSize: wanted }: ReadOptions
): number {
  const usual = children.length > 0 ? DEFAULT_PAGE_WITH_CHILDREN : DEFAULT_PAGE;
  return Math.max(1, Math.min(MAX_PAGE, Math.trunc(wanted ?? usual)));
}

/** Throws LB108 for a record that no statement can go on behind: Sage has none of such a key. */
function startBehind<K>(
  { table, segments }: Pick<RecordDefinition<unknown, K, unknown>, 'table' | 'segments'>,
  record: K
): RawKey {
  const key = segments(record);
  const cursor = cursorOf(key, table.key.slice(0, key.length), table.columns);
  if (cursor !== undefined) return cursor;
  throw new LedgerBridgeError('LB108', {
    detail: `Sage has no record of ${table.name} of that key to go on behind.`
  });
}
