import { SalesforceError } from '../errors/salesforce-error.ts';
import type { Schema } from '../schema/schema.ts';
import type { Database } from './database.ts';

const bytesPerRecord = 2048;
const bytesPerMegabyte = 1024 * 1024;

/** Objects whose records take no data storage: setup records, and prices, which go with their products. */
const free: ReadonlySet<string> = new Set([
  'Folder',
  'CustomNotificationType',
  'OpportunityStage',
  'OrderStatus',
  'Organization',
  'PermissionSet',
  'PermissionSetAssignment',
  'Pricebook2',
  'PricebookEntry',
  'Profile',
  'RecordType',
  'Report',
  'User'
]);

/**
 * Data storage, counted as Salesforce does: 2 KB a record, those in the recycle bin left out (Salesforce Help,
 * "Data Storage"). A Developer Edition org has 5 MB; the local org has as much as it is told.
 */
export class StorageLimit {
  readonly #schema: Schema;
  readonly #database: Database;
  /** Megabytes that may be used; no limit until one is set. */
  maxMegabytes = Infinity;

  constructor(schema: Schema, database: Database) {
    this.#schema = schema;
    this.#database = database;
  }

  /** Megabytes that the org's records take. */
  get usedMegabytes(): number {
    let records = 0;
    for (const object of this.#schema.objects) {
      if (!free.has(object.name)) records += this.#database.table(object).liveCount;
    }
    return (records * bytesPerRecord) / bytesPerMegabyte;
  }

  /** As much as anybody likes, again. */
  clear(): void {
    this.maxMegabytes = Infinity;
  }

  /** Throws STORAGE_LIMIT_EXCEEDED when there is no place for another record of the object. */
  requirePlace(objectName: string): void {
    if (this.maxMegabytes === Infinity || free.has(objectName)) return;
    if (this.usedMegabytes + bytesPerRecord / bytesPerMegabyte <= this.maxMegabytes) return;
    throw new SalesforceError(403, 'STORAGE_LIMIT_EXCEEDED', 'storage limit exceeded');
  }
}
