import type { AccessControl } from '../../access/access-control.ts';
import type { ExternalServices } from '../../callouts/external-services.ts';
import type { Clock } from '../../clock.ts';
import type { Database } from '../../data/database.ts';
import type { Dml } from '../../data/dml.ts';
import type { RecordReader } from '../../data/record-reader.ts';
import type { EventBus } from '../../events/org-event.ts';
import type { Outbox } from '../../mail/outbox.ts';
import type { Schema } from '../../schema/schema.ts';
import type { SoqlEngine } from '../../soql/query.ts';

/** The parts of the org that flows use. */
export interface FlowServices {
  readonly schema: Schema;
  readonly database: Database;
  readonly dml: Dml;
  readonly reader: RecordReader;
  readonly soql: SoqlEngine;
  readonly events: EventBus;
  readonly access: AccessControl;
  readonly externalServices: ExternalServices;
  readonly outbox: Outbox;
  readonly clock: Clock;
  /** Custom labels by name. */
  readonly labels: ReadonlyMap<string, string>;
}
