import type { OdbcGateway } from '../odbc/gateway.ts';
import type { CellRow } from '../odbc/protocol.ts';
import type { SqlDialect } from '../sql/dialect.ts';
import { KeptAnswers } from './kept-answers.ts';
import type { LiveCatalogue, LiveColumn } from './live-catalogue.ts';
import { liveColumnType } from './live-column-type.ts';

const KEEP_FOR_MS = 10 * 60_000;
const USER_DEFINED = /^UDF_/i;
/** Where the names of a company's own tables are asked for; any of them does. */
const A_COMPANY_TABLE = 'AR_Customer';

type Columns = readonly LiveColumn[];

type Gateway = Pick<OdbcGateway, 'askForRows'>;

/** Asks the data source about its tables through SQLColumns and SQLTables. Nothing is asked before the first call. */
export function createLiveCatalogue(
  gateway: Gateway,
  { locate }: Pick<SqlDialect, 'locate'>,
  { keepForMs = KEEP_FOR_MS }: { readonly keepForMs?: number } = {}
): LiveCatalogue {
  return new OdbcLiveCatalogue(gateway, locate, keepForMs);
}

class OdbcLiveCatalogue implements LiveCatalogue {
  readonly #gateway: Gateway;
  readonly #locate: SqlDialect['locate'];
  readonly #columns: KeptAnswers<Columns>;
  readonly #names: KeptAnswers<readonly string[]>;

  constructor(gateway: Gateway, locate: SqlDialect['locate'], keepForMs: number) {
    this.#gateway = gateway;
    this.#locate = locate;
    this.#columns = new KeptAnswers(keepForMs);
    this.#names = new KeptAnswers(keepForMs);
  }

  async columnsOf(table: string): Promise<Columns> {
    return (await this.columnsOfAll([table])).get(table) ?? [];
  }

  async columnsOfAll(tables: readonly string[]): Promise<ReadonlyMap<string, Columns>> {
    const answers = new Map(tables.map((table) => [table, this.#columns.get(table)]));
    const unknown = tables.filter((table) => answers.get(table) === undefined);
    if (unknown.length > 0) {
      const asked = this.#describe(unknown);
      for (const table of unknown) {
        const answer = asked.then((found) => found.get(table) ?? []);
        answers.set(table, this.#columns.keep(table, answer));
      }
    }
    const entries = [...answers].map(async ([table, answer]) => [table, (await answer) ?? []] as const);
    return new Map(await Promise.all(entries));
  }

  tableNames(): Promise<readonly string[]> {
    return this.#names.get('') ?? this.#names.keep('', this.#listTables());
  }

  forget(): void {
    this.#columns.forget();
    this.#names.forget();
  }

  forgetColumns(table: string, columns: Columns): void {
    this.#columns.forgetAnswer(table, columns);
  }

  async #describe(tables: readonly string[]): Promise<ReadonlyMap<string, Columns>> {
    const addresses = tables.map((name) => ({ ...this.#locate(name), name }));
    const rows = await this.#gateway.askForRows({ kind: 'columns', tables: addresses });
    const byTable = Map.groupBy(rows, ([table]) => String(table).trim().toLowerCase());
    return new Map(tables.map((name) => [name, (byTable.get(name.toLowerCase()) ?? []).map(liveColumn)]));
  }

  async #listTables(): Promise<readonly string[]> {
    const rows = await this.#gateway.askForRows({ kind: 'tables', ...this.#locate(A_COMPANY_TABLE) });
    return rows.map(([name]) => String(name).trim());
  }
}

function liveColumn([, name, sqlType, typeName, size, digits]: CellRow): LiveColumn {
  const columnName = String(name).trim();
  const type = liveColumnType({
    sqlType: Number(sqlType),
    typeName: String(typeName ?? ''),
    size: Number(size ?? 0),
    digits: Number(digits ?? 0)
  });
  return { name: columnName, type, userDefined: USER_DEFINED.test(columnName) };
}
