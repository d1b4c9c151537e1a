import type { Readable, Writable } from 'node:stream';
import {
  BRIDGE_PROTOCOL_VERSION,
  HEARTBEAT_INTERVAL_MS
} from '../../../../../callout-service/src/sage/boi/protocol.ts';
import type { BatchFault, FromBridge } from '../../../../../callout-service/src/sage/boi/protocol.ts';
import { BatchRunner } from './batch-runner.ts';
import type { ComServer } from './batch-runner.ts';
import { batchSchema } from './batch-schema.ts';
import { linesOf } from './lines.ts';

const READY = { type: 'ready', protocol: BRIDGE_PROTOCOL_VERSION, bridge: 'stand-in 1.0', bits: 64 } as const;

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
    send({ ...READY, pid: process.pid });
    for await (const line of linesOf(input)) {
      if (line.trim() === '') continue;
      const request = readRequest(line);
      if (isEnd(request)) return;
      send(await answer(runner, request));
    }
  } finally {
    clearInterval(heartbeats);
  }
}

async function answer(runner: BatchRunner, request: unknown): Promise<FromBridge> {
  if (typeof request !== 'object' || request === null) return refused(-1, 'The line is not a JSON object.');
  const batch = batchSchema.safeParse(request);
  if (batch.success) return runner.run(batch.data);
  const id = 'id' in request && Number.isInteger(request.id) ? Number(request.id) : -1;
  return refused(id, 'The line is not a batch.');
}

function refused(id: number, message: string): BatchFault {
  return { type: 'fault', id, results: [], fault: { step: 0, kind: 'request', code: '', message } };
}

function readRequest(line: string): unknown {
  try {
    return JSON.parse(line);
  } catch {
    return undefined;
  }
}

function isEnd(request: unknown): boolean {
  return typeof request === 'object' && request !== null && 'type' in request && request.type === 'end';
}

const PARENT = process.ppid;

/** One that hangs reads no end of input; it must not outlive the test that let it hang. */
function endWithoutParent(): void {
  if (process.ppid !== PARENT) process.exit(1);
}
