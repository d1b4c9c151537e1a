import type { FaultPlan } from '../control/fault-plan.ts';
import type { Database } from '../data/database.ts';
import type { CommittedChanges } from '../data/record-change.ts';
import type { ObjectDefinition } from '../schema/object.ts';
import { changeEventName, type ChangeType } from './change-event.ts';
import { merged, type NetChange, netChanges, weightOf } from './net-changes.ts';
import type { EventBus } from './org-event.ts';

/** What change data capture works with. */
export interface CaptureParts {
  readonly database: Database;
  readonly events: EventBus;
  readonly faults: FaultPlan;
  /** Whether changes of the entity are to be told. Asked at every commit, since a deployment can change it. */
  readonly isSelected: (entityName: string) => boolean;
  /** Changes of one transaction that are told one by one: 100,000 in an org. */
  readonly overflowAfter?: number | undefined;
}

const overflowInSalesforce = 100_000;
/** Salesforce's largest event is 1 MB; texts are nearly all of it. */
const largestEvent = 1_000_000;

/** Publishes change events for what transactions commit. Answers how to stop that. */
export function captureChanges(parts: CaptureParts): () => void {
  return parts.database.onCommitted((committed) => publishChanges(parts, committed));
}

function publishChanges(parts: CaptureParts, committed: CommittedChanges): void {
  const objects = new Set(committed.changes.map(({ object }) => object));
  const entities = new Set([...objects].filter(({ name }) => parts.isSelected(name)));
  if (entities.size === 0) return;
  const selected = committed.changes.filter(({ object }) => entities.has(object));
  const { told, overflown } = split(netChanges(selected), parts.overflowAfter ?? overflowInSalesforce);
  const transaction = new Announcement(parts.events, committed);
  for (const change of merged(told)) {
    const gap = gapOf(parts.faults, change);
    if (gap === 'none') transaction.tell(change, change.kind);
    else if (gap === 'gap') transaction.tell(withoutData(change), `GAP_${change.kind}`);
    else transaction.tell({ ...withoutData(change), recordIds: [noRecord] }, 'GAP_OVERFLOW');
  }
  for (const change of overflown) {
    transaction.tell({ ...withoutData(change), recordIds: [noRecord] }, 'GAP_OVERFLOW');
  }
}

/** Stands for the record id that overflow events do not have (guide, "Overflow Events"). */
const noRecord = '000000000000000AAA';

/** The changes within the limit, and one of each entity for those beyond it. */
function split(changes: readonly NetChange[], limit: number) {
  const told: NetChange[] = [];
  const overflown = new Map<ObjectDefinition, NetChange>();
  let weight = 0;
  for (const change of changes) {
    weight += weightOf(change);
    if (weight <= limit) told.push(change);
    else if (!overflown.has(change.object)) overflown.set(change.object, change);
  }
  return { told, overflown: [...overflown.values()] };
}

function gapOf(faults: FaultPlan, change: NetChange): 'gap' | 'none' | 'overflow' {
  const subject = `Capture /data/${changeEventName(change.object.name)}`;
  for (const effect of faults.strike('stream', subject, ['gap-events'])) {
    if (effect.kind === 'gap-events') return effect.overflow ? 'overflow' : 'gap';
  }
  return sizeOf(change) > largestEvent ? 'gap' : 'none';
}

function sizeOf({ values }: NetChange): number {
  return Object.values(values).reduce<number>(
    (size, value) => size + (typeof value === 'string' ? value.length : 8),
    0
  );
}

function withoutData(change: NetChange): NetChange {
  return { ...change, values: {}, changedFields: [], nulledFields: [] };
}

/** Publishes the events of one transaction, numbered in their order. */
class Announcement {
  readonly #events: EventBus;
  readonly #committed: CommittedChanges;
  #sequenceNumber = 0;

  constructor(events: EventBus, committed: CommittedChanges) {
    this.#events = events;
    this.#committed = committed;
  }

  tell(change: NetChange, changeType: ChangeType): void {
    this.#sequenceNumber += 1;
    const { transactionKey, commitNumber, committedAt } = this.#committed;
    const { object, values, recordIds, changedFields, nulledFields, origin, userId } = change;
    const header = {
      entityName: object.name,
      recordIds,
      changeType,
      changeOrigin: origin,
      transactionKey,
      sequenceNumber: this.#sequenceNumber,
      commitTimestamp: Math.floor(committedAt.getTime() / 1000) * 1000,
      commitNumber,
      commitUser: userId,
      nulledFields,
      diffFields: [],
      changedFields
    };
    this.#events.publishChange({ object, header, values });
  }
}
