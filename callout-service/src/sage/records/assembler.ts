import type { RecordStamps } from '../../canonical/record-stamps.ts';
import { LedgerBridgeError } from '../../errors/ledger-bridge-error.ts';
import { UnknownCodeError } from '../decode/code-value.ts';
import { decodeRow } from '../decode/rows.ts';
import type { SageClock } from '../decode/sage-clock.ts';
import type { CellRow } from '../odbc/protocol.ts';
import type { ChildDefinition, DecodedParts, RecordDefinition } from './definition.ts';
import type { ChildRows } from './child-rows.ts';
import type { LiveTable } from './live-table.ts';

/** Makes canonical entities of rows. */
export class Assembler {
  readonly #clock: SageClock;

  constructor(clock: SageClock) {
    this.#clock = clock;
  }

  /** Throws LB308, with the record as its subject, when the row or one of its children cannot be used. */
  assemble<E, K, P>(
    definition: RecordDefinition<E, K, P>,
    table: LiveTable,
    row: CellRow,
    children: readonly ChildRows[]
  ): E {
    try {
      const childrenOf = <T>(child: ChildDefinition<T>): readonly T[] => {
        const own = children.find(({ definition: other }) => other === child)?.of(row);
        if (own === undefined) return [];
        return own.rows.map((cells) => child.toPart(this.#decode(own.table, cells)));
      };
      return definition.toEntity({ ...this.#decode(table, row), childrenOf });
    } catch (error) {
      throw asUnusable(error, table, row);
    }
  }

  #decode(table: LiveTable, cells: CellRow): DecodedParts {
    const { name, key, columns, names, userDefined, blanks } = table;
    const row = { ...blanks, ...decodeRow({ table: { name, key, columns }, columns: names }, cells) };
    return {
      row,
      userDefinedFields: Object.fromEntries(userDefined.map((column) => [column, row[column] ?? null])),
      stamps: this.#stamps(row)
    };
  }

  #stamps(row: Readonly<Record<string, string | null>>): RecordStamps {
    return {
      createdAt: this.#clock.moment(row['DateCreated'] ?? null, row['TimeCreated'] ?? null),
      updatedAt: this.#clock.moment(row['DateUpdated'] ?? null, row['TimeUpdated'] ?? null)
    };
  }
}

function asUnusable(error: unknown, table: LiveTable, row: CellRow): LedgerBridgeError {
  if (error instanceof LedgerBridgeError) return error;
  const key = table.key.map((column) => String(row[table.names.indexOf(column)] ?? '').trim());
  return new LedgerBridgeError('LB308', {
    detail:
      error instanceof UnknownCodeError ? `${error.message}.` : `A record of ${table.name} cannot be used.`,
    subject: `${table.name} ${key.join('-')}`,
    cause: error
  });
}
