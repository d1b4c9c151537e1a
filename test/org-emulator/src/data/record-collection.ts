import { SalesforceError } from '../errors/salesforce-error.ts';
import { errorsOf } from '../errors/several-errors.ts';
import type { Database } from './database.ts';

/** What became of one record of a collection. */
export interface SaveResult {
  readonly id?: string;
  readonly success: boolean;
  readonly created?: boolean;
  readonly errors: readonly { statusCode: string; message: string; fields: readonly string[] }[];
}

/**
 * Works through records in order, each in a transaction of its own. With `allOrNone` one failure undoes all,
 * and the records that had succeeded are told so.
 */
export function runCollection<T>(
  database: Database,
  items: readonly T[],
  allOrNone: boolean,
  work: (item: T) => SaveResult
): SaveResult[] {
  const results: SaveResult[] = [];
  try {
    database.transaction(() => {
      results.push(...items.map((item) => runOne(database, item, work)));
      if (allOrNone && results.some(({ success }) => !success)) throw new CollectionRefused();
    });
    return results;
  } catch (error) {
    if (!(error instanceof CollectionRefused)) throw error;
    return results.map((result) => (result.success ? rolledBack : result));
  }
}

class CollectionRefused extends Error {}

const rolledBack: SaveResult = {
  success: false,
  errors: [
    {
      statusCode: 'ALL_OR_NONE_OPERATION_ROLLED_BACK',
      message:
        'Record rolled back because not all records were valid and the request was using AllOrNone header',
      fields: []
    }
  ]
};

function runOne<T>(database: Database, item: T, work: (item: T) => SaveResult): SaveResult {
  try {
    return database.transaction(() => work(item));
  } catch (error) {
    if (!(error instanceof SalesforceError)) throw error;
    const errors = errorsOf(error).map(({ code, message, fields }) => ({
      statusCode: code,
      message,
      fields
    }));
    return { success: false, errors };
  }
}
