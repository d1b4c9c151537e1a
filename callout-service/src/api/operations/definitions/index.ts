import type { OperationDefinition } from '../definition.ts';
import { getActivity } from './activity.ts';
import { describeTable, getStatus, listTables, pauseWriting, resumeWriting } from './administration.ts';
import { listChanges } from './changes.ts';
import {
  checkCredit,
  getCustomerSummary,
  listCustomerOrders,
  listOpenInvoices,
  listPayments
} from './customers.ts';
import { getDeadLetter, listDeadLetters, replayDeadLetter, skipDeadLetter } from './dead-letters.ts';
import { getAvailability, getPrice, listAvailability } from './items.ts';
import {
  compareMappings,
  getMapping,
  getMappingFields,
  listMappings,
  previewMapping,
  publishMapping,
  rollBackMapping
} from './mappings.ts';
import { submitOrder } from './order-requests.ts';
import { getOrder, getOrderDetail, previewOrder } from './orders.ts';
import { getRecordComparison, getRecordHistory } from './records.ts';
import { estimateSync, getSync, listSyncs, startSync, stopSync } from './syncs.ts';

export * from './activity.ts';
export * from './administration.ts';
export * from './changes.ts';
export * from './customers.ts';
export * from './dead-letters.ts';
export * from './items.ts';
export * from './mappings.ts';
export * from './order-requests.ts';
export * from './orders.ts';
export * from './records.ts';
export * from './syncs.ts';

/** Every operation of this version. */
export const operationDefinitions: readonly OperationDefinition[] = [
  getCustomerSummary,
  checkCredit,
  listOpenInvoices,
  listPayments,
  listCustomerOrders,
  getAvailability,
  listAvailability,
  getPrice,
  getOrder,
  getOrderDetail,
  previewOrder,
  submitOrder,
  getStatus,
  getActivity,
  pauseWriting,
  resumeWriting,
  listTables,
  describeTable,
  listDeadLetters,
  getDeadLetter,
  replayDeadLetter,
  skipDeadLetter,
  startSync,
  getSync,
  listSyncs,
  stopSync,
  estimateSync,
  listMappings,
  getMapping,
  getMappingFields,
  compareMappings,
  previewMapping,
  publishMapping,
  rollBackMapping,
  getRecordComparison,
  getRecordHistory,
  listChanges
];
