import type { Alarm } from './alerts/alert-notice.ts';
import type { Gate } from './jobs/gate.ts';
import type { JobHandler } from './jobs/handler.ts';
import type { Sage } from './sage/port/sage.ts';
import type { Salesforce } from './salesforce/port/salesforce.ts';
import type { GateState } from './sync/gates/gate-state.ts';
import { createSageGate } from './sync/gates/sage-gate.ts';
import { createSalesforceGate } from './sync/gates/salesforce-gate.ts';
import { watched } from './sync/gates/watched.ts';
import type { Clock } from './telemetry/clock.ts';
import type { Logger } from './telemetry/logger.ts';

export interface SyncGateParts {
  readonly sage: Sage;
  readonly salesforce: Salesforce;
  readonly alarm: Alarm;
  readonly clock: Clock;
  readonly logger: Logger;
}

/** The gates of both systems, and handlers put behind those that they need. */
export interface SyncGates {
  writesSage(handler: JobHandler): JobHandler;
  /** Reads Sage and needs Salesforce. */
  readsSage(handler: JobHandler): JobHandler;
  readsSageAlone(handler: JobHandler): JobHandler;
  needsSalesforce(handler: JobHandler): JobHandler;
  readonly salesforce: Gate;
  states(): readonly GateState[];
  close(): void;
}

export function createSyncGates(parts: SyncGateParts): SyncGates {
  const { sage, ...rest } = parts;
  const { reading, writing } = createSageGate({ ...rest, reader: sage.reader, writer: sage.writer });
  const salesforce = createSalesforceGate(rest);
  const all = [reading, writing, salesforce];
  return {
    writesSage: (handler) => watched(handler, [reading, writing], [salesforce]),
    readsSage: (handler) => watched(handler, [reading], [salesforce]),
    readsSageAlone: (handler) => watched(handler, [reading]),
    needsSalesforce: (handler) => watched(handler, [], [salesforce]),
    salesforce,
    states: () => all.map((gate) => gate.state()),
    close() {
      for (const gate of all) gate.close();
    }
  };
}
