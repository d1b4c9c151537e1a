import { JsonFault } from 'c/jsonCheck';
import { asPairName } from './pairs';
import type { PairName } from './pairs';

/** As `Direction__c` has it. */
export const directions = ['To Salesforce', 'To Sage', 'Both'] as const;
export type Direction = (typeof directions)[number];
export const masters = ['Sage', 'Salesforce'] as const;
export type Master = (typeof masters)[number];
export const vanishedActions = ['Keep', 'Mark', 'Delete'] as const;
export type VanishedAction = (typeof vanishedActions)[number];

/** A `Sync_Object__c`: what an administrator decided for one pair, and how its last run went. */
export interface SyncObject {
  readonly id: string;
  readonly configId: string;
  readonly pair: PairName;
  readonly active: boolean;
  readonly direction: Direction;
  readonly master: Master;
  /** Five-field cron on the clock of Sage; empty for none. */
  readonly schedule: string;
  readonly everySeconds: number | undefined;
  /** Cron for comparing everything; empty for none. */
  readonly reconcileSchedule: string;
  /** Conditions as JSON; empty for none. */
  readonly sageFilter: string;
  readonly salesforceFilter: string;
  readonly createInSage: boolean;
  readonly createInSalesforce: boolean;
  readonly whenVanished: VanishedAction;
  readonly maxVanishedPercent: number;
  /** ISO 8601; undefined before the first run. */
  readonly lastRunAt: string | undefined;
  readonly lastRunState: string | undefined;
  readonly lastRunMessage: string | undefined;
}

/** A company's configuration, as far as the page needs it. */
export interface Company {
  readonly configId: string;
  readonly code: string;
}

/** What the service takes where the record says nothing. */
const USUAL_PERCENT = 20;

/**
 * Reads a record as a query gives it: `Id`, and fields as `{ value }`. Undefined for a pair that this version does not
 * know. Throws a `JsonFault` for what is no record.
 */
export function readSyncObject(node: unknown): SyncObject | undefined {
  const value = fieldReader(node);
  const pair = asPairName(value('Object_Pair__c'));
  if (pair === undefined) return undefined;
  return {
    id: textOf(value('Id')),
    configId: textOf(value('Integration_Config__c')),
    pair,
    active: value('Active__c') === true,
    direction: choiceOf(directions, value('Direction__c')),
    master: choiceOf(masters, value('Master__c')),
    schedule: textOf(value('Schedule__c')).trim(),
    everySeconds: numberOf(value('Check_Every_Seconds__c')),
    reconcileSchedule: textOf(value('Reconcile_Schedule__c')).trim(),
    sageFilter: textOf(value('Sage_Filter__c')).trim(),
    salesforceFilter: textOf(value('Salesforce_Filter__c')).trim(),
    createInSage: value('Create_In_Sage__c') === true,
    createInSalesforce: value('Create_In_Salesforce__c') === true,
    whenVanished: choiceOf(vanishedActions, value('When_Vanished__c')),
    maxVanishedPercent: numberOf(value('Max_Vanished_Percent__c')) ?? USUAL_PERCENT,
    lastRunAt: presentOf(value('Last_Run_At__c')),
    lastRunState: presentOf(value('Last_Run_State__c')),
    lastRunMessage: presentOf(value('Last_Run_Message__c'))
  };
}

/** Reads a configuration as a query gives it. */
export function readCompany(node: unknown): Company {
  const value = fieldReader(node);
  return { configId: textOf(value('Id')), code: textOf(value('Company_Code__c')) };
}

function fieldReader(node: unknown): (name: string) => unknown {
  if (typeof node !== 'object' || node === null) throw new JsonFault('record', 'an object');
  const members = new Map<string, unknown>(Object.entries(node));
  return (name) => {
    const member = members.get(name);
    if (typeof member !== 'object' || member === null) return member;
    const value: unknown = Reflect.get(member, 'value');
    return value;
  };
}

function textOf(value: unknown): string {
  return typeof value === 'string' ? value : '';
}

function presentOf(value: unknown): string | undefined {
  const text = textOf(value);
  return text === '' ? undefined : text;
}

function numberOf(value: unknown): number | undefined {
  return typeof value === 'number' ? value : undefined;
}

/** The picklists are restricted and required: another value cannot be there. */
function choiceOf<const Value extends string>(values: readonly [Value, ...Value[]], value: unknown): Value {
  return values.find((each) => each === value) ?? values[0];
}
