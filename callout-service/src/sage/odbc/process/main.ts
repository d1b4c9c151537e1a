/**
 * The process that holds the ODBC driver. A driver is native code that can crash or hang for ever; here it takes
 * nothing with it but this process, which the parent replaces.
 */
import { PROTOCOL_VERSION, type Configure, type ToReaderProcess } from '../protocol.ts';
import { answer } from './answer.ts';
import { ConnectionPool } from './connection-pool.ts';
import { loadDriver } from './driver.ts';
import { runStatements } from './run-statements.ts';
import { sendToParent } from './send.ts';

interface Session {
  readonly connectionString: string;
  readonly pool: ConnectionPool;
}

let session: Session | undefined;

async function configure(message: Configure): Promise<void> {
  if (message.version !== PROTOCOL_VERSION) {
    throw new Error(`protocol version ${message.version} was asked for, this is ${PROTOCOL_VERSION}`);
  }
  session = { connectionString: message.connectionString, pool: new ConnectionPool(message) };
  // Loading takes longer than a read, so it is done now; if it fails, every read will say why.
  await loadDriver().catch(() => undefined);
  sendToParent({ type: 'ready', version: PROTOCOL_VERSION });
}

async function close(): Promise<void> {
  await session?.pool.close();
  process.disconnect();
}

function configured(): Session {
  if (session === undefined) throw new Error('the first message must be configure');
  return session;
}

async function handle(message: ToReaderProcess): Promise<void> {
  switch (message.type) {
    case 'configure':
      return configure(message);
    case 'run':
      return runStatements(configured().pool, message, sendToParent);
    case 'ask':
      return answer(configured().connectionString, message, sendToParent);
    case 'close':
      return close();
  }
}

process.on('message', (message: ToReaderProcess) => void handle(message));

// The parent decides when this ends, so that running reads can finish; Ctrl-C reaches the whole process group.
process.on('SIGINT', () => undefined);
process.on('SIGTERM', () => undefined);

// The parent is gone, or has closed the channel. An orderly exit would wait for threads that hang in the driver.
process.on('disconnect', () => process.kill(process.pid, 'SIGKILL'));
