import CONFIG from '@salesforce/schema/Sync_Object__c.Integration_Config__c';
import ACTIVE from '@salesforce/schema/Sync_Object__c.Active__c';
import CREATE_IN_SAGE from '@salesforce/schema/Sync_Object__c.Create_In_Sage__c';
import CREATE_IN_SALESFORCE from '@salesforce/schema/Sync_Object__c.Create_In_Salesforce__c';
import DIRECTION from '@salesforce/schema/Sync_Object__c.Direction__c';
import EVERY_SECONDS from '@salesforce/schema/Sync_Object__c.Check_Every_Seconds__c';
import MASTER from '@salesforce/schema/Sync_Object__c.Master__c';
import MAX_VANISHED from '@salesforce/schema/Sync_Object__c.Max_Vanished_Percent__c';
import OBJECT_PAIR from '@salesforce/schema/Sync_Object__c.Object_Pair__c';
import RECONCILE from '@salesforce/schema/Sync_Object__c.Reconcile_Schedule__c';
import SAGE_FILTER from '@salesforce/schema/Sync_Object__c.Sage_Filter__c';
import SALESFORCE_FILTER from '@salesforce/schema/Sync_Object__c.Salesforce_Filter__c';
import SCHEDULE from '@salesforce/schema/Sync_Object__c.Schedule__c';
import SYNC_KEY from '@salesforce/schema/Sync_Object__c.Sync_Key__c';
import VANISHED from '@salesforce/schema/Sync_Object__c.When_Vanished__c';
import { pairs } from './pairs';
import { usualFilters } from './usualFilters';
import type { PairName } from './pairs';
import type { Company, SyncObject } from './syncObject';

/** API name of the object, with the package's prefix where it has one. */
export const SYNC_OBJECT = OBJECT_PAIR.objectApiName;

/** At night on the clock of Sage, when few work there. */
const NIGHTLY = '0 2 * * *';

/**
 * The fields of a new record for a pair: switched off, Sage is the master, as the packaged mapping has it, looked at as
 * often as suits the pair, everything compared at night; what vanishes is marked, never deleted.
 */
export function usualFields(pair: PairName, { configId, code }: Company): Readonly<Record<string, unknown>> {
  const { goesBothWays, createsInSage, usual } = pairs[pair];
  const { sage, salesforce } = usualFilters(pair);
  return {
    [CONFIG.fieldApiName]: configId,
    [SYNC_KEY.fieldApiName]: `${code}:${pair}`,
    [OBJECT_PAIR.fieldApiName]: pair,
    [ACTIVE.fieldApiName]: false,
    [DIRECTION.fieldApiName]: goesBothWays ? 'Both' : 'To Salesforce',
    [MASTER.fieldApiName]: 'Sage',
    [CREATE_IN_SALESFORCE.fieldApiName]: true,
    [CREATE_IN_SAGE.fieldApiName]: createsInSage,
    [SAGE_FILTER.fieldApiName]: sage || null,
    [SALESFORCE_FILTER.fieldApiName]: salesforce || null,
    [EVERY_SECONDS.fieldApiName]: usual.everySeconds ?? null,
    [SCHEDULE.fieldApiName]: usual.cron ?? null,
    [RECONCILE.fieldApiName]: NIGHTLY,
    [VANISHED.fieldApiName]: 'Mark',
    [MAX_VANISHED.fieldApiName]: 20
  };
}

/** The fields that switch a pair on or off. */
export function switchFields(id: string, active: boolean): Readonly<Record<string, unknown>> {
  return { Id: id, [ACTIVE.fieldApiName]: active };
}

/** What the form changes; all of it is written, as it was checked together. */
export type EditableFields = Pick<
  SyncObject,
  | 'direction'
  | 'master'
  | 'schedule'
  | 'everySeconds'
  | 'reconcileSchedule'
  | 'sageFilter'
  | 'salesforceFilter'
  | 'createInSage'
  | 'createInSalesforce'
  | 'whenVanished'
  | 'maxVanishedPercent'
>;

/** The fields of a record that was edited. */
export function editedFields(id: string, edited: EditableFields): Readonly<Record<string, unknown>> {
  return {
    Id: id,
    [DIRECTION.fieldApiName]: edited.direction,
    [MASTER.fieldApiName]: edited.master,
    [SCHEDULE.fieldApiName]: edited.schedule,
    [EVERY_SECONDS.fieldApiName]: edited.everySeconds ?? null,
    [RECONCILE.fieldApiName]: edited.reconcileSchedule,
    [SAGE_FILTER.fieldApiName]: edited.sageFilter,
    [SALESFORCE_FILTER.fieldApiName]: edited.salesforceFilter,
    [CREATE_IN_SAGE.fieldApiName]: edited.createInSage,
    [CREATE_IN_SALESFORCE.fieldApiName]: edited.createInSalesforce,
    [VANISHED.fieldApiName]: edited.whenVanished,
    [MAX_VANISHED.fieldApiName]: edited.maxVanishedPercent
  };
}
