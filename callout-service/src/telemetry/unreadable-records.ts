import { Counter, type Registry } from 'prom-client';

/** Counts records of Sage that were passed over since they cannot be used; which they were stands in no metric. */
export function createUnreadableRecordsMetric(registry: Registry) {
  const records = new Counter({
    name: 'sage_unreadable_records_total',
    help: 'Records of Sage that were passed over because a column holds what cannot be used, by table',
    labelNames: ['table'] as const,
    registers: [registry]
  });
  return ({ table }: { readonly table: string }): void => records.inc({ table });
}
