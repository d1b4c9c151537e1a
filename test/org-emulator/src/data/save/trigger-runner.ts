import type { UserAccess } from '../../access/user-access.ts';
import { SalesforceError } from '../../errors/salesforce-error.ts';
import type { RecordValues } from '../../schema/field.ts';
import type { ObjectDefinition } from '../../schema/object.ts';
import type { RecordChange } from '../record-change.ts';
import { noTriggers, type RecordTriggers } from '../record-triggers.ts';

/** Apex Developer Guide, "Execution Governors and Limits": stack depth of saves that triggers cause. */
const deepest = 16;

/** Calls the record triggers, and stops those that go on setting each other off. */
export class TriggerRunner {
  #triggers: RecordTriggers = noTriggers;
  #depth = 0;

  /** Sets what runs; flows need the DML before they can be loaded. */
  use(triggers: RecordTriggers): void {
    this.#triggers = triggers;
  }

  beforeSave(
    object: ObjectDefinition,
    before: RecordValues | undefined,
    draft: RecordValues,
    access: UserAccess
  ): RecordValues {
    const event = before ? 'BeforeUpdate' : 'BeforeInsert';
    return this.#deeper(object, event, () => this.#triggers.beforeSave(object, before, draft, access));
  }

  beforeDelete(object: ObjectDefinition, record: RecordValues, access: UserAccess): void {
    this.#deeper(object, 'BeforeDelete', () => this.#triggers.beforeDelete(object, record, access));
  }

  afterSave(change: RecordChange, access: UserAccess): void {
    const event = afterEvents[change.kind];
    this.#deeper(change.object, event, () => this.#triggers.afterSave(change, access));
  }

  #deeper<T>(object: ObjectDefinition, event: string, work: () => T): T {
    if (this.#depth >= deepest) {
      const message = `maximum trigger depth exceeded\n${object.name} trigger event ${event}`;
      throw new SalesforceError(400, 'CANNOT_INSERT_UPDATE_ACTIVATE_ENTITY', message);
    }
    this.#depth += 1;
    try {
      return work();
    } finally {
      this.#depth -= 1;
    }
  }
}

const afterEvents = {
  CREATE: 'AfterInsert',
  DELETE: 'AfterDelete',
  UNDELETE: 'AfterUndelete',
  UPDATE: 'AfterUpdate'
} as const;
