import type { Kysely } from 'kysely';
import { createJobTables } from './step-001-jobs.ts';
import { createRecordTables } from './step-002-records.ts';
import { createOperationTables } from './step-003-operation.ts';
import { createEngineTables } from './step-004-engine.ts';
import type { ColumnTypes } from './column-types.ts';

/** One step forward; there is no way back but a backup. */
export type StoreMigration = (database: Kysely<unknown>, types: ColumnTypes) => Promise<void>;

/** Every step by its number and name, in order. A step that was released never changes. */
export const storeMigrations: Readonly<Record<string, StoreMigration>> = {
  '001-jobs': createJobTables,
  '002-records': createRecordTables,
  '003-operation': createOperationTables,
  '004-engine': createEngineTables
};
