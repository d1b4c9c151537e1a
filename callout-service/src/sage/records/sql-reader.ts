import type { CellRow } from '../odbc/protocol.ts';

/** The part of the gateway that reads of records need. */
export interface SqlReader {
  /**
   * Runs statements one after the other; gives the rows of each. With `stopAfterRows`, those that are left once so many
   * rows are there need not be run. Reads of priority `background` wait for all others.
   */
  read(
    statements: readonly string[],
    options?: {
      readonly stopAfterRows?: number;
      readonly deadlineMs?: number;
      readonly priority?: 'interactive' | 'background';
    }
  ): Promise<readonly (readonly CellRow[])[]>;
}
