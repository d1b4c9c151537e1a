import { JsonFault } from 'c/jsonCheck';
import { flagIn, listIn, memberOf, oneOf, parsed, textIn, textsIn } from './json';
import { CONFLICT_RULES, DIRECTIONS } from './line';
import type { Content, Line, Transform, WhenEmpty } from './line';

const LINE_ID = /^[a-z0-9][a-z0-9-]{0,59}$/;

/** Reads a mapping as the service writes it, or as it was exported. Throws a `JsonFault` when it is none. */
export function readContent(text: string): Content {
  const json = parsed(text, 'mapping');
  const create = memberOf(json, 'create');
  return {
    object: textIn(json, 'object'),
    direction: oneOf(json, 'direction', DIRECTIONS),
    master: oneOf(json, 'master', ['sage', 'salesforce']),
    create: { inSalesforce: flagIn(create, 'inSalesforce'), inSage: flagIn(create, 'inSage') },
    filter: {
      sage: listIn(memberOf(json, 'filter'), 'sage', (item) => item),
      salesforce: listIn(memberOf(json, 'filter'), 'salesforce', (item) => item)
    },
    matchKeys: readMatchKeys(memberOf(json, 'matchKeys')),
    fields: listIn(json, 'fields', readLine)
  };
}

/** Lists of ids of lines. Throws a `JsonFault` otherwise. */
export function readMatchKeys(value: unknown): readonly (readonly string[])[] {
  return listIn({ keys: value }, 'keys', (item) => textsIn({ item }, 'item'));
}

function readLine(json: unknown): Line {
  const id = textIn(json, 'id');
  if (!LINE_ID.test(id)) throw new JsonFault('id', 'lower case letters, digits and dashes');
  const whenEmpty = memberOf(json, 'whenEmpty');
  const onlyIf = memberOf(json, 'onlyIf');
  return {
    id,
    sage: textsIn(json, 'sage'),
    salesforce: textsIn(json, 'salesforce'),
    direction: oneOf(json, 'direction', DIRECTIONS),
    transforms: listIn({ transforms: memberOf(json, 'transforms') ?? [] }, 'transforms', readTransform),
    conflict: oneOf(json, 'conflict', CONFLICT_RULES),
    whenEmpty: {
      toSalesforce: readWhenEmpty(memberOf(whenEmpty, 'toSalesforce')),
      toSage: readWhenEmpty(memberOf(whenEmpty, 'toSage'))
    },
    ...(onlyIf !== undefined && onlyIf !== null && { onlyIf })
  };
}

function readWhenEmpty(json: unknown): WhenEmpty {
  if (json === undefined) return { do: 'empty' };
  const what = oneOf(json, 'do', ['empty', 'keep', 'default']);
  return what === 'default' ? { do: what, value: textIn(json, 'value') } : { do: what };
}

export function readTransform(json: unknown): Transform {
  const settings = typeof json === 'object' && json !== null ? Object.entries(json) : [];
  return { ...Object.fromEntries(settings), kind: textIn(json, 'kind') };
}
