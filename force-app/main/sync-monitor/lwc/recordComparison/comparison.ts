import { JsonFault, readJsonObject } from 'c/jsonCheck';
import type { JsonReader } from 'c/jsonCheck';

const OUTCOMES = ['equal', 'to-salesforce', 'to-sage', 'conflict', 'left', 'fault'] as const;
/** More than a mapping ever has. */
const MOST = 1_000;

export type ComparedOutcome = (typeof OUTCOMES)[number];
/** One value of a field, as its system has it. */
export type ComparedValue = string | boolean | null;

export interface ComparedField {
  readonly id: string;
  readonly sageFields: readonly string[];
  readonly salesforceFields: readonly string[];
  readonly conflict: string;
  readonly sage: readonly ComparedValue[];
  readonly salesforce: readonly ComparedValue[];
  readonly agreed: readonly ComparedValue[] | undefined;
  readonly outcome: ComparedOutcome;
  /** The rule that decided where both sides had changed. */
  readonly by: string | undefined;
  readonly sentence: string;
}

/** A record in both systems, as `getRecordComparison` answers. */
export interface Comparison {
  readonly mappingVersion: number;
  readonly sageKey: string | undefined;
  readonly salesforceId: string | undefined;
  readonly inSage: boolean;
  readonly inSalesforce: boolean;
  readonly agreedAt: string | undefined;
  readonly outcome: 'passes' | 'fails' | 'left-out' | 'absent';
  readonly faults: readonly { readonly code: string; readonly text: string }[];
  readonly fields: readonly ComparedField[];
}

/** Throws a `JsonFault` when the text is not the answer that was agreed. */
export function readComparison(text: string): Comparison {
  const json = readJsonObject(text);
  return {
    mappingVersion: json.count('mappingVersion'),
    sageKey: json.optionalText('sageKey'),
    salesforceId: json.optionalText('salesforceId'),
    inSage: json.flag('inSage'),
    inSalesforce: json.flag('inSalesforce'),
    agreedAt: json.optionalText('agreedAt'),
    outcome: json.oneOf('outcome', ['passes', 'fails', 'left-out', 'absent']),
    faults: json.list('faults', MOST, (fault) => ({
      code: fault.text('code'),
      text: `${fault.text('field')}: ${fault.text('problem')} ${fault.text('fix')}`
    })),
    fields: json.list('fields', MOST, readField)
  };
}

function readField(json: JsonReader): ComparedField {
  const agreed = json.optionalObject('agreed');
  return {
    id: json.text('id'),
    sageFields: textsOf(json, 'sageFields'),
    salesforceFields: textsOf(json, 'salesforceFields'),
    conflict: json.text('conflict'),
    sage: valuesOf(json, 'sage'),
    salesforce: valuesOf(json, 'salesforce'),
    agreed: agreed && valuesOf(agreed, 'sage'),
    outcome: json.oneOf('outcome', OUTCOMES),
    by: json.optionalText('by'),
    sentence: sentenceOf(json.value('sentence'))
  };
}

function valuesOf(json: JsonReader, name: string): readonly ComparedValue[] {
  const value = json.value(name);
  if (Array.isArray(value) && value.every(isValue)) return value;
  throw new JsonFault(name, 'a list of values');
}

function isValue(value: unknown): value is ComparedValue {
  return value === null || typeof value === 'string' || typeof value === 'boolean';
}

function textsOf(json: JsonReader, name: string): readonly string[] {
  return valuesOf(json, name).map(String);
}

/** It holds values of the record, so it may be longer than other texts. */
function sentenceOf(value: unknown): string {
  return typeof value === 'string' ? value : '';
}
