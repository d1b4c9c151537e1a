import { createInterface } from 'node:readline';
import type { Readable, Writable } from 'node:stream';
import {
  BRIDGE_PROTOCOL_VERSION,
  HEARTBEAT_INTERVAL_MS
} from '../../../../../callout-service/src/sage/boi/protocol.ts';
import type { FromBridge } from '../../../../../callout-service/src/sage/boi/protocol.ts';
import { BatchRunner } from './batch-runner.ts';
import type { ComServer } from './batch-runner.ts';
import { toBridgeSchema } from './batch-schema.ts';

/**
 * Speaks the bridge protocol until `end` or the end of input. A batch that hangs holds back what comes after it, the end
 * of input too, as a call that does not return holds back a real bridge; heartbeats go on.
 */
export async function serveBridge(server: ComServer, input: Readable, output: Writable): Promise<void> {
  const send = (message: FromBridge) => {
    output.write(`${JSON.stringify(message)}\n`);
  };
  const runner = new BatchRunner(server);
  const heartbeats = setInterval(() => {
    endWithoutParent();
    send({ type: 'heartbeat', busy: runner.busy });
  }, HEARTBEAT_INTERVAL_MS);
  try {
    send({
      type: 'ready',
      protocol: BRIDGE_PROTOCOL_VERSION,
      bridge: 'stand-in 1.0',
      pid: process.pid,
      bits: 64
    });
    for await (const line of createInterface({ input, crlfDelay: Infinity })) {
      if (line.trim() === '') continue;
      const message = toBridgeSchema.parse(JSON.parse(line));
      if (message.type === 'end') return;
      send(await runner.run(message));
    }
  } finally {
    clearInterval(heartbeats);
  }
}

const PARENT = process.ppid;

/** One that hangs reads no end of input; it must not outlive the test that let it hang. */
function endWithoutParent(): void {
  if (process.ppid !== PARENT) process.exit(1);
}
