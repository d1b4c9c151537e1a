import type { Save } from '../save/save.ts';
import type { RecordValues } from '../../schema/field.ts';
import type { RecordChange } from '../record-change.ts';
import type { DataServices } from '../data-services.ts';
import type { UserAccess } from '../../access/user-access.ts';

/** A deletion that was asked for. */
export interface Removal {
  readonly services: DataServices;
  readonly access: UserAccess;
  readonly record: RecordValues;
}

/** What the platform itself does to records of a standard object, beyond what their fields say. */
export interface StandardRules {
  /** Sets, after before-save triggers, what follows from other fields; and refuses what must never be. */
  readonly prepare?: (save: Save) => void;
  /** Follows a change that was stored, within the transaction: to other records. */
  readonly stored?: (services: DataServices, change: RecordChange, access: UserAccess) => void;
  /** Refuses a deletion. */
  readonly checkRemoval?: (removal: Removal) => void;
}
