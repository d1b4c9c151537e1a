import { string } from '../catalogue/column-type.ts';
import { defineTable } from '../catalogue/table.ts';
import { LedgerBridgeError } from '../../errors/ledger-bridge-error.ts';
import type { OdbcGateway } from '../odbc/gateway.ts';
import type { SqlDialect } from '../sql/dialect.ts';
import type { LiveCatalogue } from './live-catalogue.ts';

/** What the Customizer says of one user-defined field. */
export interface UserDefinedField {
  readonly description: string;
  readonly isCheckBox: boolean;
  readonly required: boolean;
}

/**
 * Definitions of user-defined fields, in MAS_SYSTEM. Source: Sage 100 file layouts, release 4.40, CM_UDF. `Required` stands
 * in another table there, and is asked for only where CM_UDF has it.
 */
const cmUdf = defineTable({
  name: 'CM_UDF',
  key: ['Entity', 'FieldName', 'RecordFlag', 'Sequence'],
  columns: {
    Entity: string(30),
    FieldName: string(30),
    RecordFlag: string(1),
    Sequence: string(3),
    Description: string(40),
    ControlType: string(1),
    Required: string(1)
  }
});
const FIELD_ITSELF = 'A';
const CHECK_BOX = 'C';
const COLUMNS = ['FieldName', 'Description', 'ControlType'] as const;

interface Source {
  readonly gateway: Pick<OdbcGateway, 'read'>;
  readonly dialect: SqlDialect;
  readonly liveCatalogue: LiveCatalogue;
}

/** The user-defined fields of a table by their column, none where CM_UDF cannot be read. Rejects with other LB3xx. */
export async function readUserDefinedFields(
  source: Source,
  table: string
): Promise<ReadonlyMap<string, UserDefinedField>> {
  const live = await source.liveCatalogue.columnsOf(cmUdf.name);
  if (live.length === 0) return new Map();
  const hasRequired = live.some(({ name }) => name === 'Required');
  const { sql } = source.dialect.select(cmUdf, {
    columns: hasRequired ? [...COLUMNS, 'Required'] : COLUMNS,
    where: [
      { column: 'Entity', op: '=', value: table },
      { column: 'RecordFlag', op: '=', value: FIELD_ITSELF }
    ]
  });
  const [rows = []] = await source.gateway.read([sql]).catch(noneWhereRefused);
  return new Map(
    rows.map((row) => {
      const [name = '', description = '', control, required] = row.map((cell) => String(cell ?? '').trim());
      return [name, { description, isCheckBox: control === CHECK_BOX, required: required === 'Y' }];
    })
  );
}

/** A data source may list MAS_SYSTEM's tables and still not let them be read. */
function noneWhereRefused(error: unknown): [] {
  if (error instanceof LedgerBridgeError && error.code === 'LB306') return [];
  throw error;
}
