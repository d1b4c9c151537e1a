import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { componentOf } from './component.ts';

describe('componentOf', () => {
  it('when an object has numbers, flags, days and choices, then each is a type that a flow knows', () => {
    const schema = z.object({
      decision: z.enum(['allow', 'block']),
      left: z.number().optional(),
      onHold: z.boolean(),
      asOf: z.iso.datetime(),
      id: z.string().min(1)
    });
    expect(componentOf(schema)).toEqual({
      type: 'object',
      required: ['decision', 'onHold', 'asOf', 'id'],
      properties: {
        decision: { type: 'string', enum: ['allow', 'block'] },
        left: { type: 'number', format: 'double' },
        onHold: { type: 'boolean' },
        asOf: { type: 'string', format: 'date-time' },
        id: { type: 'string' }
      }
    });
  });
});
