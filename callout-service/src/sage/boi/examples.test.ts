import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import type { FromBridge } from './protocol.ts';

const examples = new URL('../../../bridge/examples/', import.meta.url);
const names = readdirSync(examples).filter((name) => name.endsWith('.json'));

const id = z.number().int();
const value = z.union([z.string(), z.number(), z.null()]);
const result = z.strictObject({
  value: value.optional(),
  out: z.array(value).optional(),
  message: z.string().optional()
});
const fault = z.strictObject({
  step: z.number().int().min(0),
  kind: z.enum(['com', 'request']),
  code: z.string().regex(/^(?:0x[0-9A-F]{8}|\*)?$/u),
  message: z.string()
});
const answer = z.discriminatedUnion('type', [
  z.strictObject({ type: z.literal('done'), id, results: z.array(result), stopped: z.boolean() }),
  z.strictObject({ type: z.literal('fault'), id, results: z.array(result), fault })
]);
const conversation = z.strictObject({
  title: z.string(),
  exchanges: z.array(z.strictObject({ request: z.unknown(), answer })).min(1)
});

describe('examples of the bridge protocol', () => {
  it('there are examples', () => {
    expect(names.length).toBeGreaterThan(0);
  });

  it.each(names)('when %s is read, its answers are messages of the protocol', (name) => {
    const { exchanges } = conversation.parse(JSON.parse(readFileSync(new URL(name, examples), 'utf8')));
    for (const exchange of exchanges) {
      const message: Exclude<FromBridge, { type: 'ready' | 'heartbeat' }>['type'] = exchange.answer.type;
      expect(['done', 'fault']).toContain(message);
    }
  });
});
