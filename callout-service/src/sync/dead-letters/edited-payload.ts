import type { z } from 'zod';
import { LedgerBridgeError, type FieldFault } from '../../errors/ledger-bridge-error.ts';
import type { JobRecord } from '../../store/port/job.ts';
import { recordInStepSchema, recordKey, syncRunSchema } from '../engine/payloads.ts';
import { lanes } from '../lanes.ts';
import { orderRequestSchema } from '../order-request/order-request.ts';
import {
  accountWriteBackSchema,
  orderWriteBackSchema,
  stockChangeSchema,
  syncLogSchema
} from '../write-back/payloads.ts';

/** The form of what a lane's jobs are given; a lane that is not here takes no edited content. */
const schemas: Readonly<Record<string, z.ZodType>> = {
  [lanes.salesOrderOut]: orderRequestSchema,
  [lanes.orderWriteBack]: orderWriteBackSchema,
  [lanes.accountWriteBack]: accountWriteBackSchema,
  [lanes.stockRecords]: stockChangeSchema,
  [lanes.stockEvents]: stockChangeSchema,
  [lanes.syncLog]: syncLogSchema,
  [lanes.syncRun]: syncRunSchema,
  [lanes.recordInStep]: recordInStepSchema
};

/** What a lane's key is made of: an edited job keeps its place, so that part must stay. */
const KEY_FIELDS: Readonly<Record<string, string>> = {
  [lanes.salesOrderOut]: 'orderKey',
  [lanes.orderWriteBack]: 'orderKey',
  [lanes.accountWriteBack]: 'recordId',
  [lanes.stockRecords]: 'itemCode',
  [lanes.stockEvents]: 'itemCode',
  [lanes.syncRun]: 'pair'
};

const SHOWN_CHARACTERS = 40;

/** Whether jobs of the lane take an edited content. */
export function isEditable(lane: string): boolean {
  return lane in schemas;
}

/**
 * Reads the JSON text of an edited content as its job takes it.
 * @throws LedgerBridgeError LB758 with every fault.
 */
export function readEditedPayload(text: string, { lane, key }: JobRecord): unknown {
  const schema = schemas[lane];
  if (schema === undefined)
    throw refusal([faultOf('payload', '', `Jobs of ${lane} take no edited content.`)]);
  const edited = parseJson(text);
  const read = schema.safeParse(edited);
  const faults = [
    ...(read.success ? [] : read.error.issues.map((issue) => describe(issue, edited))),
    ...changedKey(lane, edited, key)
  ];
  if (faults.length > 0 || !read.success) throw refusal(faults);
  return read.data;
}

/** The key that a job of the lane has by its content. */
export function keyOfContent(lane: string, payload: unknown): string | undefined {
  if (lane === lanes.recordInStep) return keyOfRecord(payload);
  const field = KEY_FIELDS[lane];
  const key = field === undefined ? undefined : member(payload, field);
  return typeof key === 'string' ? key : undefined;
}

function keyOfRecord(payload: unknown): string | undefined {
  const { pair, sageKey, salesforceId } = recordInStepSchema.safeParse(payload).data ?? {};
  if (pair === undefined) return undefined;
  return recordKey(pair, {
    ...(sageKey !== undefined && { sageKey }),
    ...(salesforceId !== undefined && { salesforceId })
  });
}

/** A job without a key, as that of an event that could not be read, is given one by its edited content. */
function changedKey(lane: string, edited: unknown, key: string | undefined): FieldFault[] {
  const field = lane === lanes.recordInStep ? 'pair' : KEY_FIELDS[lane];
  if (field === undefined || key === undefined || member(edited, field) === undefined) return [];
  if ((keyOfContent(lane, edited) ?? member(edited, field)) === key) return [];
  const problem = `It was ${key}, and stays so: later jobs of it wait behind this one.`;
  return [faultOf(field, textOf(member(edited, field)), problem)];
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    throw refusal([faultOf('payload', text, 'It is no JSON.')]);
  }
}

function describe(issue: z.core.$ZodIssue, edited: unknown): FieldFault {
  const found = issue.path.reduce<unknown>((value, segment) => member(value, String(segment)), edited);
  const problem = found === undefined ? 'It is missing.' : issue.message;
  return faultOf(issue.path.map(String).join('.') || 'payload', textOf(found), problem);
}

function faultOf(field: string, value: string, problem: string): FieldFault {
  return {
    code: 'LB758',
    field,
    value: value.length > SHOWN_CHARACTERS ? `${value.slice(0, SHOWN_CHARACTERS)}…` : value,
    problem,
    fix: 'Send the content in the form that the original has, with the values that are to be changed.'
  };
}

function refusal(faults: readonly FieldFault[]): LedgerBridgeError {
  const fields = [...new Set(faults.map(({ field }) => field))].join(', ');
  return new LedgerBridgeError('LB758', { detail: `The edited content cannot be used: ${fields}.`, faults });
}

function member(value: unknown, name: string): unknown {
  if (typeof value !== 'object' || value === null) return undefined;
  return Object.entries(value).find(([own]) => own === name)?.[1];
}

function textOf(value: unknown): string {
  return typeof value === 'string' || typeof value === 'number' ? String(value) : '';
}
