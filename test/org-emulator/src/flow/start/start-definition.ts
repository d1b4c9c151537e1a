import { z } from 'zod';
import type { CompiledFormula } from '../../formula/formula.ts';
import { flag, ignored, text, whole } from '../../metadata/xml.ts';
import { comparisonOperators } from '../comparison.ts';
import { connectorSchema } from '../flow-element.ts';
import { valueSchema } from '../flow-value.ts';
import { type FlowSchedule, scheduleSchema } from './schedule.ts';

/** What starts a flow; `None` where someone calls it. */
export const startKinds = [
  'None',
  'PlatformEvent',
  'RecordAfterSave',
  'RecordBeforeDelete',
  'RecordBeforeSave',
  'Scheduled'
] as const;
export type StartKind = (typeof startKinds)[number];

const entryFilter = z.strictObject({
  field: text,
  operator: z.enum([...comparisonOperators, 'IsChanged']).exclude(['IsBlank', 'IsEmpty'], {
    error: ({ input }) => `filter operator ${String(input)} is not supported by the local org`
  }),
  value: valueSchema.optional(),
  processMetadataValues: ignored
});
/** One entry condition: a field of the record, and what it is compared with. */
export type EntryFilter = z.infer<typeof entryFilter>;

const scheduledPath = z
  .strictObject({
    name: text.optional(),
    label: text.optional(),
    connector: connectorSchema.optional(),
    pathType: z
      .literal('AsyncAfterCommit', {
        error: ({ input }) => `the path type ${String(input)} is not supported by the local org`
      })
      .optional(),
    offsetNumber: whole.optional(),
    offsetUnit: z.enum(['Minutes', 'Hours', 'Days', 'Weeks', 'Months']).optional(),
    recordField: text.optional(),
    timeSource: z.enum(['RecordField', 'RecordTriggerEvent']).optional(),
    maxBatchSize: ignored,
    description: ignored,
    processMetadataValues: ignored
  })
  .transform((xml) => ({ ...xml, name: xml.name ?? xml.pathType ?? 'path' }));
/** A path that runs by itself: after the commit, or at a moment. */
export type ScheduledPath = z.infer<typeof scheduledPath>;

/** How a flow starts. */
export interface FlowStart {
  readonly kind: StartKind;
  readonly firstElement: string | undefined;
  readonly object: string | undefined;
  readonly onCreate: boolean;
  readonly onUpdate: boolean;
  readonly filterLogic: string;
  readonly filters: readonly EntryFilter[];
  readonly filterFormula: string | undefined;
  /** Set when the flow is loaded. */
  compiledFormula: CompiledFormula | undefined;
  readonly onlyWhenChangedToMeet: boolean;
  readonly schedule: FlowSchedule | undefined;
  readonly paths: readonly ScheduledPath[];
  readonly runAs: 'DefaultWorkflowUser' | 'TriggeringUser' | undefined;
}

/** Reads `<start>`. */
export const startSchema = z
  .strictObject({
    connector: connectorSchema.optional(),
    triggerType: z
      .enum(startKinds, {
        error: ({ input }) => `the trigger ${String(input)} is not supported by the local org`
      })
      .default('None'),
    object: text.optional(),
    recordTriggerType: z.enum(['Create', 'Update', 'CreateAndUpdate', 'Delete', 'None']).default('None'),
    filterLogic: text.default('and'),
    filters: z.array(entryFilter).default([]),
    filterFormula: text.optional(),
    doesRequireRecordChangedToMeetCriteria: flag.default(false),
    schedule: scheduleSchema.optional(),
    scheduledPaths: z.array(scheduledPath).default([]),
    flowRunAsUser: z.enum(['DefaultWorkflowUser', 'TriggeringUser']).optional(),
    name: ignored,
    label: ignored,
    description: ignored,
    locationX: ignored,
    locationY: ignored,
    processMetadataValues: ignored
  })
  .transform((xml): FlowStart => {
    const on = xml.recordTriggerType;
    return {
      kind: xml.triggerType,
      firstElement: xml.connector,
      object: xml.object,
      onCreate: on === 'Create' || on === 'CreateAndUpdate',
      onUpdate: on === 'Update' || on === 'CreateAndUpdate',
      filterLogic: xml.filterLogic,
      filters: xml.filters,
      filterFormula: xml.filterFormula,
      compiledFormula: undefined,
      onlyWhenChangedToMeet: xml.doesRequireRecordChangedToMeetCriteria,
      schedule: xml.schedule,
      paths: xml.scheduledPaths,
      runAs: xml.flowRunAsUser
    };
  });
