import type { AnyTable } from '../catalogue/table.ts';
import type { LiveCatalogue } from '../live-catalogue/live-catalogue.ts';
import type { OdbcGateway } from '../odbc/gateway.ts';
import type { CellRow, DriverFailure } from '../odbc/protocol.ts';
import type { AskOutcome } from '../odbc/questions.ts';
import type { SageCapabilities } from '../port/sage-capabilities.ts';
import type { SqlDialect } from '../sql/dialect.ts';
import { providexDialect } from '../sql/providex-dialect.ts';
import { createSqlServerDialect } from '../sql/sql-server-dialect.ts';
import { columnFacts } from './column-facts.ts';
import { dialectNameOf, driverNameOf } from './driver-name.ts';
import { parameterProbe, PROBE_KEY, probeStatements } from './probe-statements.ts';
import { blankDatesArriveAs, numbersArriveAs, padsText } from './value-facts.ts';

const PROBE_TIMEOUT_MS = 2_000;
const FIRST_ROWS = 50;

export interface CapabilityParts {
  readonly gateway: Pick<OdbcGateway, 'ask'>;
  readonly liveCatalogue: LiveCatalogue;
  /** The configured one; the other one is tried when its driver answers. */
  readonly dialect: SqlDialect;
  readonly companyCode: string;
  /** The tables that this service reads. */
  readonly tables: readonly AnyTable[];
}

/**
 * Asks the data source for what it can do, one cheap statement after the other, each on a connection of its own and
 * within two seconds. A question without an answer leaves null. Never rejects.
 */
export async function probeCapabilities(parts: CapabilityParts): Promise<SageCapabilities> {
  const prober = new Prober(parts.gateway);
  const refusal = await prober.refusalOf(probeStatements(parts.dialect).refused);
  if (refusal === 'unreached') return unknownCapabilities(parts.dialect.name);
  const driverName = refusal === undefined ? null : driverNameOf(refusal.message);
  const dialect = dialectThatAnswers(parts, driverName);
  const takesTop = await prober.isTaken(probeStatements(dialect).top);
  const statements = probeStatements(dialect, takesTop === true ? FIRST_ROWS : undefined);
  return {
    ...unknownCapabilities(dialect.name),
    driverName,
    takesTop,
    takesParameters: await prober.isTaken(parameterProbe(dialect), [PROBE_KEY]),
    takesDateLiterals: await prober.isTaken(statements.dateLiteral),
    numbersArriveAs: numbersArriveAs(await prober.firstRows(statements.numbers)),
    padsText: padsText(await prober.firstRows(statements.texts)),
    blankDatesArriveAs: blankDatesArriveAs(await firstRowsOfAll(prober, statements.dates)),
    ...(await systemFacts(prober, statements, parts.companyCode)),
    ...(await columnFacts(parts.liveCatalogue, parts.tables))
  };
}

/** What is known when nothing answers. */
export function unknownCapabilities(dialect: SqlDialect['name']): SageCapabilities {
  return {
    dialect,
    driverName: null,
    // The reader process runs the same program as this one.
    bits: process.arch === 'ia32' || process.arch === 'arm' ? 32 : 64,
    takesParameters: null,
    takesTop: null,
    takesDateLiterals: null,
    describesColumns: null,
    numbersArriveAs: null,
    padsText: null,
    blankDatesArriveAs: null,
    showsSystemTables: null,
    companyName: null,
    columnLengths: {},
    missingColumns: []
  };
}

function dialectThatAnswers(
  { dialect, companyCode }: CapabilityParts,
  driverName: string | null
): SqlDialect {
  const name = dialectNameOf(driverName);
  if (name === undefined || name === dialect.name) return dialect;
  return name === 'providex' ? providexDialect : createSqlServerDialect({ companyCode });
}

async function firstRowsOfAll(prober: Prober, statements: readonly string[]): Promise<readonly CellRow[]> {
  const rows: CellRow[] = [];
  for (const sql of statements) rows.push(...(await prober.firstRows(sql)));
  return rows;
}

async function systemFacts(
  prober: Prober,
  statements: ReturnType<typeof probeStatements>,
  companyCode: string
): Promise<Pick<SageCapabilities, 'showsSystemTables' | 'companyName'>> {
  const company = await prober.ask(statements.company(companyCode));
  const showsUserDefinedFields = await prober.isTaken(statements.userDefinedFields);
  const [name] = company.type === 'rows' ? (company.rows[0] ?? []) : [];
  return {
    showsSystemTables: company.type === 'rows' ? showsUserDefinedFields : takenOf(company),
    companyName: typeof name === 'string' ? name.trim() : null
  };
}

/** Sends probes, and says of each what it showed. */
class Prober {
  readonly #gateway: Pick<OdbcGateway, 'ask'>;

  constructor(gateway: Pick<OdbcGateway, 'ask'>) {
    this.#gateway = gateway;
  }

  ask(sql: string, parameters?: readonly string[]): Promise<AskOutcome> {
    const question = { kind: 'statement', sql, ...(parameters && { parameters }) } as const;
    return this.#gateway.ask(question, PROBE_TIMEOUT_MS);
  }

  /** Null when that could not be found out. */
  async isTaken(sql: string, parameters?: readonly string[]): Promise<boolean | null> {
    return takenOf(await this.ask(sql, parameters));
  }

  /** None when they cannot be read. */
  async firstRows(sql: string): Promise<readonly CellRow[]> {
    const question = { kind: 'statement', sql, firstRows: FIRST_ROWS } as const;
    const outcome = await this.#gateway.ask(question, PROBE_TIMEOUT_MS);
    return outcome.type === 'rows' ? outcome.rows : [];
  }

  /** How the driver refuses; undefined when it does not. */
  async refusalOf(sql: string): Promise<DriverFailure | 'unreached' | undefined> {
    const outcome = await this.ask(sql);
    if (outcome.type === 'rows') return undefined;
    return outcome.type === 'lost' || takenOf(outcome) === null ? 'unreached' : outcome.failure;
  }
}

function takenOf(outcome: AskOutcome): boolean | null {
  if (outcome.type === 'rows') return true;
  if (outcome.type === 'lost') return null;
  const { stage, reason } = outcome.failure;
  return stage === 'query' && reason === 'driver-error' ? false : null;
}
