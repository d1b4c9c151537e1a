import { z } from 'zod';

const object = z.record(z.string(), z.unknown());

/** Reads text that must hold a JSON object. */
export function parseObject(text: string): Record<string, unknown> {
  return object.parse(JSON.parse(text));
}
