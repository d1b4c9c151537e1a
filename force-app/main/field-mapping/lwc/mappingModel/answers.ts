/** Reads what the service answers about mappings. Everything throws a `JsonFault` for what was not agreed. */
import type { OperationAnswer } from 'c/sageOperation';
import {
  countIn,
  flagIn,
  listIn,
  memberOf,
  oneOf,
  optionalCountIn,
  optionalTextIn,
  parsed,
  textIn,
  textsIn
} from './json';
import { FIELD_KINDS } from './line';
import type { Field, Value } from './line';

/** One page of one side's fields. */
export interface FieldPage {
  readonly label: string;
  readonly object: string;
  readonly fields: readonly Field[];
  readonly filled: readonly string[];
  readonly sampleKey: string | undefined;
  readonly salesforceId: string | undefined;
  readonly next: string | undefined;
}

export function readFieldPage({ json: text }: OperationAnswer): FieldPage {
  const json = parsed(text);
  return {
    label: textIn(json, 'label'),
    object: textIn(json, 'object'),
    fields: listIn(json, 'fields', readField),
    filled: textsIn(json, 'filled'),
    sampleKey: optionalTextIn(json, 'sampleKey'),
    salesforceId: optionalTextIn(json, 'salesforceId'),
    next: optionalTextIn(json, 'next')
  };
}

function readField(json: unknown): Field {
  const sample = memberOf(json, 'sample');
  return {
    name: textIn(json, 'name'),
    label: textIn(json, 'label'),
    kind: oneOf(json, 'kind', FIELD_KINDS),
    origin: oneOf(json, 'origin', ['standard', 'udf', 'custom', 'worked-out']),
    writable: oneOf(json, 'writable', ['always', 'when-new', 'never']),
    required: flagIn(json, 'required'),
    length: optionalCountIn(json, 'length'),
    precision: optionalCountIn(json, 'precision'),
    scale: optionalCountIn(json, 'scale'),
    values: memberOf(json, 'values') === undefined ? undefined : textsIn(json, 'values'),
    sample: typeof sample === 'string' || typeof sample === 'boolean' ? sample : undefined
  };
}

export interface Version {
  readonly version: number;
  readonly publishedAt: string;
  readonly publishedBy: string;
  readonly comment: string;
  readonly inForce: boolean;
}

/** One version of a mapping with all versions of its pair. */
export interface MappingView {
  readonly version: number;
  /** JSON. */
  readonly content: string;
  readonly versions: readonly Version[];
}

export function readMappingView({ json: text }: OperationAnswer): MappingView {
  const json = parsed(text);
  return {
    version: countIn(json, 'version'),
    content: textIn(json, 'content'),
    versions: listIn(json, 'versions', (item) => ({
      version: countIn(item, 'version'),
      publishedAt: textIn(item, 'publishedAt'),
      publishedBy: textIn(item, 'publishedBy'),
      comment: textIn(item, 'comment'),
      inForce: flagIn(item, 'inForce')
    }))
  };
}

/** An object pair to be chosen. */
export interface PairChoice {
  readonly pair: string;
  readonly label: string;
  readonly version: number;
}

export function readPairs({ json: text }: OperationAnswer): readonly PairChoice[] {
  return listIn(parsed(text), 'mappings', (item) => ({
    pair: textIn(item, 'pair'),
    label: textIn(item, 'label'),
    version: countIn(item, 'version')
  }));
}

export interface Comparison {
  readonly before: string;
  readonly after: string;
  readonly sentences: readonly string[];
}

export function readComparison({ json: text }: OperationAnswer): Comparison {
  const json = parsed(text);
  return {
    before: textIn(json, 'before'),
    after: textIn(json, 'after'),
    sentences: textsIn(json, 'sentences')
  };
}

export interface Published {
  readonly version: number;
  readonly changed: boolean;
}

export function readPublished({ json: text }: OperationAnswer): Published {
  const json = parsed(text);
  return { version: countIn(json, 'version'), changed: flagIn(json, 'changed') };
}

export type FieldOutcome = 'equal' | 'to-salesforce' | 'to-sage' | 'conflict' | 'left' | 'fault';

export interface PreviewedField {
  readonly id: string;
  readonly sage: readonly Value[];
  readonly salesforce: readonly Value[];
  readonly result: { readonly sage: readonly Value[]; readonly salesforce: readonly Value[] };
  readonly outcome: FieldOutcome;
  readonly sentence: string;
}

export interface PreviewFault {
  readonly field: string;
  readonly problem: string;
  readonly fix: string;
}

export interface PreviewedRecord {
  readonly key: string;
  readonly outcome: 'passes' | 'fails' | 'left-out';
  readonly faults: readonly PreviewFault[];
  readonly fields: readonly PreviewedField[];
}

export interface Preview {
  readonly passes: number;
  readonly fails: number;
  readonly leftOut: number;
  readonly unknown: readonly string[];
  readonly records: readonly PreviewedRecord[];
  readonly notShown: number;
}

export function readPreview({ json: text }: OperationAnswer): Preview {
  const json = parsed(text);
  return {
    passes: countIn(json, 'passes'),
    fails: countIn(json, 'fails'),
    leftOut: countIn(json, 'leftOut'),
    unknown: textsIn(json, 'unknown'),
    records: listIn(json, 'records', readRecord),
    notShown: countIn(json, 'notShown')
  };
}

function readRecord(json: unknown): PreviewedRecord {
  return {
    key: textIn(json, 'key'),
    outcome: oneOf(json, 'outcome', ['passes', 'fails', 'left-out']),
    faults: listIn(json, 'faults', (fault) => ({
      field: textIn(fault, 'field'),
      problem: textIn(fault, 'problem'),
      fix: textIn(fault, 'fix')
    })),
    fields: listIn(json, 'fields', (field) => ({
      id: textIn(field, 'id'),
      sage: valuesIn(field, 'sage'),
      salesforce: valuesIn(field, 'salesforce'),
      result: {
        sage: valuesIn(memberOf(field, 'result'), 'sage'),
        salesforce: valuesIn(memberOf(field, 'result'), 'salesforce')
      },
      outcome: oneOf(field, 'outcome', ['equal', 'to-salesforce', 'to-sage', 'conflict', 'left', 'fault']),
      sentence: textIn(field, 'sentence')
    }))
  };
}

function valuesIn(json: unknown, name: string): readonly Value[] {
  return listIn(json, name, (value) => {
    const isOne = typeof value === 'string' || typeof value === 'boolean';
    return isOne ? value : null;
  });
}
