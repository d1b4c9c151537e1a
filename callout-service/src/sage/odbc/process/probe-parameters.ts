import type { ProbeParameters } from '../protocol.ts';
import { connect } from './driver.ts';
import type { Send } from './send.ts';

/**
 * Tries one `?` parameter on a connection that is thrown away: node-odbc needs SQLDescribeParam for it, which not
 * every driver has, and what a refusal leaves behind in a connection is unknown.
 */
export async function probeParameters(
  connectionString: string,
  message: ProbeParameters,
  send: Send
): Promise<void> {
  let accepted = false;
  try {
    const connection = await connect(connectionString);
    try {
      await connection.query(message.sql, [message.value]);
      accepted = true;
    } finally {
      await connection.close();
    }
  } catch {
    // Whatever the reason, a driver that fails here is not to be given parameters; that is the answer.
  }
  send({ type: 'parameters-probed', id: message.id, accepted });
}
