import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { Refusal } from '../refusal.ts';
import { readyMessageSchema } from './control-protocol.ts';
import type { ReadyMessage } from './control-protocol.ts';

/** What the owner process of a directory says of itself. Throws a `Refusal` when no company was started there. */
export function readState(directory: string): ReadyMessage {
  try {
    return readyMessageSchema.parse(JSON.parse(readFileSync(stateFile(directory), 'utf8')));
  } catch (cause) {
    const start = `node test/sage-company/src/main.ts start --directory ${directory}`;
    throw new Refusal(`no Sage company runs in ${directory}; start it with: ${start}`, { cause });
  }
}

/** Keeps what the owner process says of itself, for the command line and for other tools. */
export function writeState(directory: string, ready: ReadyMessage): void {
  writeFileSync(stateFile(directory), JSON.stringify(ready, undefined, 2));
}

export function removeState(directory: string): void {
  rmSync(stateFile(directory), { force: true });
}

function stateFile(directory: string): string {
  return join(directory, 'state.json');
}
