import { LedgerBridgeError } from '../../errors/ledger-bridge-error.ts';
import { SageClock } from '../decode/sage-clock.ts';
import type { CellRow } from '../odbc/protocol.ts';
import type { ChangeWindow, ReadOptions, ScanOptions } from '../port/sage-records.ts';
import type { SqlDialect } from '../sql/dialect.ts';
import { Assembler } from './assembler.ts';
import { changedKeys } from './changed-keys.ts';
import { readChildRows, type ChildRows, type ParentRows } from './child-rows.ts';
import type { RecordDefinition } from './definition.ts';
import { chunks, conditionsOfKeys, type Conditions } from './key-conditions.ts';
import { keysetPages } from './keyset-pages.ts';
import { LiveTables, type LiveTable } from './live-table.ts';
import type { RecordReadingOptions, UnreadableRecord } from './options.ts';
import { distinctKeys, isSafeKey, keyText, rawKeyOf, type RawKey } from './raw-key.ts';
import type { SqlReader } from './sql-reader.ts';

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
  readonly #reader: SqlReader;
  readonly #dialect: SqlDialect;
  readonly #tables: LiveTables;
  readonly #clock: SageClock;
  readonly #assembler: Assembler;
  readonly #changeScanTimeoutMs: number;
  readonly #onUnreadable: (record: UnreadableRecord) => void;

  constructor(options: RecordReadingOptions) {
    this.#reader = options.gateway;
    this.#dialect = options.dialect;
    this.#tables = new LiveTables(options.liveCatalogue);
    this.#clock = new SageClock(options.timeZone);
    this.#assembler = new Assembler(this.#clock);
    this.#changeScanTimeoutMs = options.changeScanTimeoutMs ?? DEFAULT_CHANGE_SCAN_TIMEOUT_MS;
    this.#onUnreadable = options.onUnreadable;
  }

  async byKeys<E, K, P>(
    definition: RecordDefinition<E, K, P>,
    keys: readonly K[],
    options: ReadOptions = {}
  ): Promise<readonly E[]> {
    const table = await this.#tables.fit(definition.table);
    const wanted = keys.map((key) => definition.segments(key));
    const found = new Map<string, E[]>();
    for (const chunk of chunks(distinctKeys(wanted), KEYS_AT_ONCE)) {
      const rows = await this.#rowsOfKeys(table, chunk, 'interactive');
      const parents = { table, rows, withoutGaps: false };
      const children = await this.#childrenOf(definition, parents, options, 'interactive');
      const columns = table.key.slice(0, chunk[0]?.length);
      for (const row of rows) {
        const text = keyText(rawKeyOf(row, table.names, columns, table.columns));
        const entity = this.#assembler.assemble(definition, table, row, children);
        found.set(text, [...(found.get(text) ?? []), entity]);
      }
    }
    return wanted.flatMap((key) => found.get(keyText(key)) ?? []);
  }

  async *scan<E, K, P>(
    definition: RecordDefinition<E, K, P>,
    options: ScanOptions<K> = {}
  ): AsyncGenerator<readonly E[]> {
    const after = options.after === undefined ? [] : definition.segments(options.after);
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
    const table = await this.#tables.fit(definition.table);
    // Without a stamp, as in a very old release, every record may have changed.
    if (!Object.hasOwn(table.columns, 'DateUpdated')) {
      yield* this.scan(definition, options);
      return;
    }
    const size = Math.min(KEYS_AT_ONCE, pageSize(definition, options));
    const changed = changedKeys(
      {
        reader: this.#reader,
        dialect: this.#dialect,
        clock: this.#clock,
        deadlineMs: this.#changeScanTimeoutMs
      },
      table,
      window,
      size
    );
    for await (const keys of changed) {
      const rows = inOrder(keys, await this.#rowsOfKeys(table, keys, 'background'), table);
      const parents = { table, rows, withoutGaps: false };
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
    const table = await this.#tables.fit(definition.table);
    const order = table.key.filter((column) => where.every((condition) => condition.column !== column));
    const size = pageSize(definition, options);
    const pages = keysetPages(this.#reader, this.#dialect, {
      table,
      columns: table.names,
      where,
      order,
      after,
      size,
      priority
    });
    const withoutGaps = where.length === 0;
    for await (const rows of pages)
      yield* this.#entities(definition, { table, rows, withoutGaps }, options, priority);
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
    const entities = rows.flatMap((row) => {
      try {
        return [this.#assembler.assemble(definition, table, row, children)];
      } catch (error) {
        if (!(error instanceof LedgerBridgeError)) throw error;
        this.#onUnreadable({ table: table.name, error });
        return [];
      }
    });
    if (entities.length > 0) yield entities;
  }

  async #rowsOfKeys(
    table: LiveTable,
    keys: readonly RawKey[],
    priority: Priority
  ): Promise<readonly CellRow[]> {
    const columns = table.key.slice(0, keys[0]?.length);
    const safe = keys.filter((key) => isSafeKey(key, columns, table.columns));
    if (safe.length === 0) return [];
    const statements = conditionsOfKeys(columns, safe).map(
      (where) => this.#dialect.select(table, { columns: table.names, where, orderBy: table.key }).sql
    );
    return (await this.#reader.read(statements, { priority })).flat();
  }

  async #childrenOf<E, K, P>(
    definition: RecordDefinition<E, K, P>,
    parents: ParentRows,
    { withLines = true }: ReadOptions,
    priority: Priority
  ): Promise<readonly ChildRows[]> {
    const wanted = definition.children.filter((child) => withLines || child.always);
    const children: ChildRows[] = [];
    for (const child of wanted) {
      const live = { definition: child, table: await this.#tables.fit(child.table) };
      const sources = { reader: this.#reader, dialect: this.#dialect };
      children.push(await readChildRows(sources, live, parents, priority));
    }
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

function inOrder(keys: readonly RawKey[], rows: readonly CellRow[], table: LiveTable): readonly CellRow[] {
  const byKey = new Map(
    rows.map((row) => [keyText(rawKeyOf(row, table.names, table.key, table.columns)), row])
  );
  return keys.flatMap((key) => {
    const row = byKey.get(keyText(key));
    return row === undefined ? [] : [row];
  });
}
