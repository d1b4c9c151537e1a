import type { SageProjections } from '../port/sage-projections.ts';
import type { RecordReadingOptions } from '../records/options.ts';

/** Reads digests of every kind of record of a Sage company over ODBC. Nothing is asked before the first page. */
export function createOdbcSageProjections(
  _options: Pick<RecordReadingOptions, 'gateway' | 'dialect' | 'liveCatalogue'>
): SageProjections {
  return {
    scan: () => {
      throw new Error('not yet');
    }
  };
}
