import type { Columns, AnyTable } from '../catalogue/table.ts';
import type { ColumnType } from '../catalogue/column-type.ts';
import type { LiveCatalogue, LiveColumn } from '../live-catalogue/live-catalogue.ts';

/** Names that a statement can hold without quotes. Sage gives no others; one would spoil every read of its table. */
const CAN_BE_ASKED_FOR = /^[A-Za-z][A-Za-z0-9_]*$/;

/** A table of the catalogue as this data source has it. */
export interface LiveTable {
  readonly name: string;
  readonly key: readonly string[];
  /** The columns that are asked for, those of the catalogue first, then the UDF_ columns. */
  readonly columns: Columns;
  readonly names: readonly [string, ...string[]];
  readonly userDefined: readonly string[];
  /** What stands for the columns of the catalogue that an older release of Sage lacks. */
  readonly blanks: Readonly<Record<string, string | null>>;
}

/** Fits tables of the catalogue to what the data source shows, once for each answer of the live catalogue. */
export class LiveTables {
  readonly #catalogue: LiveCatalogue;
  readonly #fitted = new Map<AnyTable, { readonly to: readonly LiveColumn[]; readonly table: LiveTable }>();

  constructor(catalogue: LiveCatalogue) {
    this.#catalogue = catalogue;
  }

  /** Rejects with LB3xx when the data source cannot be asked. */
  async fit(table: AnyTable): Promise<LiveTable> {
    const live = await this.#catalogue.columnsOf(table.name);
    const fitted = this.#fitted.get(table);
    if (fitted?.to === live) return fitted.table;
    const fresh = fitTable(table, live);
    this.#fitted.set(table, { to: live, table: fresh });
    return fresh;
  }

  /**
   * The table as the data source describes it now, after statements on `refused` were refused; undefined when that is no
   * other. Rejects with LB3xx when the data source cannot be asked.
   */
  async fitAnew(table: AnyTable, refused: LiveTable): Promise<LiveTable | undefined> {
    const fitted = this.#fitted.get(table);
    if (fitted?.table === refused) this.#catalogue.forgetColumns(table.name, fitted.to);
    const fresh = await this.fit(table);
    return fresh.names.join() === refused.names.join() ? undefined : fresh;
  }
}

/**
 * A driver that describes nothing is asked for all columns of the catalogue, and refuses by itself. Key columns are always
 * asked for: without its key a record cannot be told from another.
 */
function fitTable(table: AnyTable, live: readonly LiveColumn[]): LiveTable {
  const shown = new Set(live.map(({ name }) => name.toUpperCase()));
  const isAskedFor = (name: string) =>
    live.length === 0 || table.key.includes(name) || shown.has(name.toUpperCase());
  const declared = Object.entries(table.columns);
  const userDefined = live.flatMap(({ name, type, userDefined: isOurs }) =>
    isOurs && type !== null && CAN_BE_ASKED_FOR.test(name) && !Object.hasOwn(table.columns, name)
      ? [[name, readBlankAsNull(type)] as const]
      : []
  );
  const columns = Object.fromEntries([...declared.filter(([name]) => isAskedFor(name)), ...userDefined]);
  const [first, ...others] = Object.keys(columns);
  if (first === undefined) throw new TypeError(`${table.name} has no columns in the catalogue`);
  return {
    name: table.name,
    key: table.key,
    columns,
    names: [first, ...others],
    userDefined: userDefined.map(([name]) => name),
    blanks: Object.fromEntries(
      declared.filter(([name]) => !isAskedFor(name)).map(([name, type]) => [name, blankOf(type)])
    )
  };
}

function readBlankAsNull(type: ColumnType): ColumnType {
  return type.kind === 'string' ? { ...type, blank: 'null' } : type;
}

function blankOf(type: ColumnType): string | null {
  if (type.kind === 'decimal') return (0).toFixed(type.scale);
  return type.kind === 'string' && type.blank === 'empty' ? '' : null;
}
