import { parentPort, workerData, type MessagePort } from 'node:worker_threads';
import { failureOf, openConnection, type SqliteConnection } from './sqlite-connection.ts';
import { START_ID, type ThreadAnswer, type ThreadRequest, type ThreadStart } from './thread-protocol.ts';

// The thread that waits for the disk, so that no request does. It only knows statements; what they mean is known
// outside. It ends with the process, or when it is told to close.

if (parentPort === null) throw new Error('sqlite-thread.ts runs as a thread');
serve(parentPort, workerData as ThreadStart);

function serve(port: MessagePort, start: ThreadStart): void {
  const answer = (message: ThreadAnswer): void => {
    port.postMessage(message);
  };
  try {
    const connection = openConnection(start);
    port.on('message', (request: ThreadRequest) => {
      answer(answerTo(connection, request));
      if (request.kind === 'close') port.close(); // also when closing failed: what is committed is in the log
    });
    answer({ id: START_ID, rows: [], changes: 0 });
  } catch (error) {
    answer({ id: START_ID, failure: failureOf(error) });
    port.close();
  }
}

function answerTo(connection: SqliteConnection, request: ThreadRequest): ThreadAnswer {
  const { id } = request;
  try {
    if (request.kind === 'statement') return { id, ...connection.run(request) };
    connection.close();
    return { id, rows: [], changes: 0 };
  } catch (error) {
    return { id, failure: connection.failureOf(error) };
  }
}
