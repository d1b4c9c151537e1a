import { z } from 'zod';

const reference = z.object({ $ref: z.string().startsWith('#/') });

/** The `$ref` of a node, or undefined where it has none. */
export function referenceOf(node: unknown): string | undefined {
  const parsed = reference.safeParse(node);
  return parsed.success ? parsed.data.$ref : undefined;
}

/** Follows `$ref` inside the document. */
export function dereference(document: unknown, node: unknown): unknown {
  const path = referenceOf(node);
  if (path === undefined) return node;
  return path
    .slice(2)
    .split('/')
    .reduce<unknown>((at, key) => z.record(z.string(), z.unknown()).parse(at)[key], document);
}
