import type { FlowMetadata } from '../../metadata/flow.ts';

/** What starts a flow, as its metadata says it (Metadata API, FlowTriggerType); `None` where someone calls it. */
export function startKind({ start }: FlowMetadata): string {
  return typeof start.triggerType === 'string' ? start.triggerType : 'None';
}

/** Whether a flow runs before its record is stored. */
export function isBeforeSave(flow: FlowMetadata): boolean {
  return startKind(flow) === 'RecordBeforeSave';
}
