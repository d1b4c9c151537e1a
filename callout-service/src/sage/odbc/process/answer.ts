import type { Ask, CellRow, Question, TableAddress } from '../protocol.ts';
import { Deadline } from './deadline.ts';
import {
  cellsOf,
  connect,
  describeFailure,
  DriverError,
  type OdbcConnection,
  type OdbcRow
} from './driver.ts';
import type { Send } from './send.ts';

const COLUMN_FIELDS = [
  'TABLE_NAME',
  'COLUMN_NAME',
  'DATA_TYPE',
  'TYPE_NAME',
  'COLUMN_SIZE',
  'DECIMAL_DIGITS'
];

/**
 * Answers a question on a connection that is thrown away: catalogue calls leak in node-odbc, and what a refused probe
 * leaves behind in a connection is unknown. At the deadline the driver is asked to cancel; a driver that cannot is
 * found out by the parent, which ends this process.
 */
export async function answer(
  connectionString: string,
  { id, question, timeoutMs }: Ask,
  send: Send
): Promise<void> {
  try {
    const rows = await onOwnConnection(connectionString, timeoutMs, question);
    send({ type: 'answered', id, answer: { type: 'rows', rows } });
  } catch (error) {
    send({ type: 'answered', id, answer: { type: 'failed', failure: describeFailure('query', error) } });
  }
}

async function onOwnConnection(
  connectionString: string,
  timeoutMs: number,
  question: Question
): Promise<readonly CellRow[]> {
  const connection = await connect(connectionString);
  const deadline = new Deadline(timeoutMs, () => void connection.cancel().catch(() => undefined));
  try {
    return await answerOn(connection, question);
  } catch (cause) {
    if (!deadline.isMissed) throw cause;
    const message = `no answer within ${timeoutMs} ms`;
    throw new DriverError({ stage: 'query', reason: 'timeout', state: 'HYT00', message }, { cause });
  } finally {
    deadline.meet();
    // The answer is known; a connection that cannot be closed has no more to tell.
    await connection.close().catch(() => undefined);
  }
}

async function answerOn(connection: OdbcConnection, question: Question): Promise<readonly CellRow[]> {
  switch (question.kind) {
    case 'statement':
      return rowsOf(connection, question);
    case 'columns':
      return columnsOf(connection, question.tables);
    case 'tables': {
      const tables = await connection.tables<OdbcRow>(question.database, question.schema, null, null);
      return cellsOf(tables, ['TABLE_NAME']);
    }
  }
}

interface FirstRows {
  readonly cursor: true;
  readonly fetchSize: number;
}

async function rowsOf(
  connection: OdbcConnection,
  { sql, parameters, firstRows }: Extract<Question, { kind: 'statement' }>
): Promise<readonly CellRow[]> {
  if (parameters !== undefined) return cellsOf(await connection.query<OdbcRow>(sql, [...parameters]));
  if (firstRows === undefined) return cellsOf(await connection.query<OdbcRow>(sql));
  const cursor = await connection.query<OdbcRow, FirstRows>(sql, { cursor: true, fetchSize: firstRows });
  try {
    return cellsOf(await cursor.fetch<OdbcRow>());
  } finally {
    await cursor.close();
  }
}

async function columnsOf(
  connection: OdbcConnection,
  tables: readonly TableAddress[]
): Promise<readonly CellRow[]> {
  const all: CellRow[] = [];
  for (const { database, schema, name } of tables) {
    const found = await connection.columns<OdbcRow>(database, schema, name, null);
    // The name is a pattern to the driver, in which the `_` of every Sage table stands for any letter.
    all.push(...cellsOf(found, COLUMN_FIELDS).filter(([table]) => sameName(String(table), name)));
  }
  return all;
}

function sameName(one: string, other: string): boolean {
  return one.trim().toLowerCase() === other.toLowerCase();
}
