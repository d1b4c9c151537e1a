import { readdirSync, readFileSync } from 'node:fs';
import { PassThrough } from 'node:stream';
import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { ComFault, HRESULT } from '../com/com-fault.ts';
import { ExampleObject } from './example-object.ts';
import { linesOf } from './lines.ts';
import { serveBridge } from './serve-bridge.ts';

const EXAMPLES = new URL('../../../../../callout-service/bridge/examples/', import.meta.url);
const NAMES = readdirSync(EXAMPLES).filter((name) => name.endsWith('.json'));

const conversationSchema = z.object({
  exchanges: z.array(z.object({ request: z.unknown(), answer: z.unknown() })).min(1)
});
const typedSchema = z.object({ type: z.string() });

function create(progId: string): ExampleObject {
  if (progId === 'LedgerBridge.Example') return new ExampleObject();
  throw new ComFault(HRESULT.classNotRegistered, `Class not registered: ${progId}`);
}

/** The answer with `"*"` for what any text may stand for. */
function expected(answer: unknown): unknown {
  return JSON.parse(JSON.stringify(answer), (_key, value: unknown) =>
    value === '*' ? (expect.any(String) as unknown) : value
  );
}

describe("the protocol's examples", () => {
  it('there are some', () => {
    expect(NAMES.length).toBeGreaterThan(3);
  });

  it.each(NAMES)('when %s is replayed, then the stand-in answers as any bridge does', async (name) => {
    const { exchanges } = conversationSchema.parse(JSON.parse(readFileSync(new URL(name, EXAMPLES), 'utf8')));
    const [input, output] = [new PassThrough(), new PassThrough()];
    const served = serveBridge({ create, beforeCall: () => Promise.resolve() }, input, output);
    for (const { request } of exchanges) input.write(`${JSON.stringify(request)}\n`);
    input.end('{"type":"end"}\n');
    await served;
    output.end();
    const answers: unknown[] = [];
    for await (const line of linesOf(output)) answers.push(JSON.parse(line));
    const batches = answers.filter((answer) => ['done', 'fault'].includes(typedSchema.parse(answer).type));
    expect(batches).toEqual(exchanges.map(({ answer }) => expected(answer)));
  });
});
