import type { ColumnType } from '../catalogue/column-type.ts';
import type { AnyTable } from '../catalogue/table.ts';
import type { OdbcGateway } from '../odbc/gateway.ts';
import type { SageCatalogue, SageColumn, SageTable } from '../port/sage-catalogue.ts';
import type { SqlDialect } from '../sql/dialect.ts';
import { flagColumns } from './flag-columns.ts';
import { KeptAnswers } from './kept-answers.ts';
import type { LiveCatalogue, LiveColumn } from './live-catalogue.ts';
import { readUserDefinedFields, type UserDefinedField } from './user-defined-fields.ts';

const KEEP_FOR_MS = 10 * 60_000;

export interface SageCatalogueParts {
  readonly gateway: Pick<OdbcGateway, 'read'>;
  readonly dialect: SqlDialect;
  readonly liveCatalogue: LiveCatalogue;
  /** The tables that this service reads. */
  readonly tables: readonly AnyTable[];
}

/** Describes those of the service's tables that the data source shows, each as it is there. */
export function createSageCatalogue(parts: SageCatalogueParts): SageCatalogue {
  const described = new KeptAnswers<SageTable>(KEEP_FOR_MS);

  async function tableNames(): Promise<readonly string[]> {
    const shown = new Set((await parts.liveCatalogue.tableNames()).map((name) => name.toLowerCase()));
    return parts.tables.map(({ name }) => name).filter((name) => shown.has(name.toLowerCase()));
  }

  return {
    tableNames,
    async describe(name) {
      const table = parts.tables.find((known) => known.name === name);
      if (table === undefined || !(await tableNames()).includes(name)) return undefined;
      return described.get(name) ?? described.keep(name, describeTable(parts, table));
    }
  };
}

async function describeTable(parts: SageCatalogueParts, table: AnyTable): Promise<SageTable> {
  const live = await parts.liveCatalogue.columnsOf(table.name);
  const fields = live.some(({ userDefined }) => userDefined)
    ? await readUserDefinedFields(parts, table.name)
    : new Map<string, UserDefinedField>();
  return {
    name: table.name,
    key: [...table.key],
    columns: live.flatMap((column) => describeColumn(column, fields.get(column.name)))
  };
}

/** None for a column of a type that is not read. */
function describeColumn(column: LiveColumn, field: UserDefinedField | undefined): SageColumn[] {
  const { name, type, userDefined } = column;
  if (type === null) return [];
  return [{ name, userDefined, ...whatCustomizerSays(field), ...describeType(type, isFlag(column, field)) }];
}

function whatCustomizerSays(
  field: UserDefinedField | undefined
): Pick<SageColumn, 'required' | 'description'> {
  if (field === undefined || field.description === '') return { required: field?.required ?? false };
  return { required: field.required, description: field.description };
}

function isFlag({ name, type }: LiveColumn, field: UserDefinedField | undefined): boolean {
  return type?.kind === 'string' && type.length === 1 && (field?.isCheckBox ?? flagColumns.has(name));
}

function describeType(type: ColumnType, flag: boolean): Pick<SageColumn, 'kind' | 'length' | 'scale'> {
  switch (type.kind) {
    case 'string':
      return { kind: flag ? 'flag' : 'text', length: type.length };
    case 'decimal':
      return { kind: 'number', length: type.precision, scale: type.scale };
    case 'date':
      return { kind: 'date' };
  }
}
