import type { ParentReads, StampedReads } from '../port/sage-records.ts';
import type { RecordDefinition } from './definition.ts';
import type { RecordEngine } from './record-engine.ts';

/** Every read of one kind of record. */
export function readsOf<E, K, P>(
  engine: RecordEngine,
  definition: RecordDefinition<E, K, P>
): StampedReads<E, K> & ParentReads<E, P> {
  return {
    byKeys: (keys, options) => engine.byKeys(definition, keys, options),
    scan: (options) => engine.scan(definition, options),
    changedSince: (window, options) => engine.changedSince(definition, window, options),
    of: (parent, options) => engine.of(definition, parent, options)
  };
}
