import odbc from 'odbc';
import { z } from 'zod';

// Counts over plain ODBC, without anything of the service. A process of its own: ODBCINI is read once, at its start, and
// two ODBC environments in one process end it.

const environment = z.object({ SAGE_ODBC_CONNECTION_STRING: z.string() }).parse(process.env);
const questionSchema = z.object({ sql: z.string() });
const rowSchema = z.object({ Found: z.coerce.number().int() });
const connection = await odbc.connect(environment.SAGE_ODBC_CONNECTION_STRING);

async function count(sql: string): Promise<number> {
  const [row] = await connection.query(sql);
  return rowSchema.parse(row).Found;
}

process.on('message', (message) => {
  void count(questionSchema.parse(message).sql).then((found) => process.send?.({ found }));
});
process.once('SIGTERM', () => void connection.close().then(() => process.exit(0)));
process.send?.({ type: 'ready' });
