import { mappingContentSchema, type MappingContent } from '../../mapping/mapping-content.ts';
import type { PairName } from '../pairs/pair-names.ts';
import { notPublishable } from './read-draft.ts';

/** Reads a mapping that was exported. @throws LB785 with every fault of its form, also for a mapping of another pair. */
export function contentOfJson(pair: PairName, json: string): MappingContent {
  const read = mappingContentSchema.safeParse(parsed(json));
  const problems = read.success
    ? read.data.object === pair
      ? []
      : [{ path: ['object'], message: `It is a mapping of ${read.data.object}` }]
    : read.error.issues;
  if (read.success && problems.length === 0) return read.data;
  throw notPublishable(
    pair,
    problems.map(({ path, message }) => ({
      ...{ code: 'LB785', field: path.join('.'), value: '', problem: `${message}.` },
      fix: 'Correct the file, or export it anew.'
    }))
  );
}

function parsed(json: string): unknown {
  try {
    return JSON.parse(json);
  } catch {
    return undefined;
  }
}
