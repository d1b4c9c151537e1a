import { z } from 'zod';
import { LedgerBridgeError } from '../../errors/ledger-bridge-error.ts';
import { sageTableSchema, type SageCatalogue, type SageTable } from '../../sage/port/sage-catalogue.ts';

/** The tables that fields can be mapped from and to. */
export const tableListSchema = z.object({ tables: z.array(z.string()) }).meta({ id: 'SageTableList' });

export { sageTableSchema };

/** Makes the inquiries of the mapping designer: which tables there are, and what columns one has. */
export function createTableInquiries(catalogue: SageCatalogue): {
  list(): Promise<z.infer<typeof tableListSchema>>;
  /** Rejects with LB408 for a table that is not in the list. */
  describe(table: string): Promise<SageTable>;
} {
  return {
    async list() {
      return { tables: [...(await catalogue.tableNames())] };
    },
    async describe(table) {
      const described = await catalogue.describe(table);
      if (described !== undefined) return described;
      throw new LedgerBridgeError('LB408', {
        detail: `"${table.slice(0, 40)}" is not a table that this service reads.`
      });
    }
  };
}
