import { z } from 'zod';
import { LedgerBridgeError } from '../../errors/ledger-bridge-error.ts';

interface Group {
  readonly key: string;
  readonly label: string;
  readonly value?: unknown;
  readonly groupings: readonly Group[];
}

const group: z.ZodType<Group> = z.lazy(() =>
  z.object({
    key: z.string(),
    label: z.string(),
    value: z.unknown(),
    groupings: z
      .array(group)
      .nullish()
      .transform((groups) => groups ?? [])
  })
);
const cell = z.object({ label: z.string().nullish(), value: z.unknown() });
const columnInfo = z.record(z.string(), z.object({ dataType: z.string(), label: z.string() }));
const named = z.array(z.object({ name: z.string() }));

const filters = z.array(
  z.looseObject({ column: z.string(), operator: z.string(), value: z.string().nullish() })
);

const answerSchema = z.object({
  allData: z.boolean(),
  factMap: z.record(
    z.string(),
    z.object({ rows: z.array(z.object({ dataCells: z.array(cell) })).default([]) })
  ),
  groupingsDown: z.object({ groupings: z.array(group) }).nullish(),
  groupingsAcross: z.object({ groupings: z.array(group) }).nullish(),
  reportMetadata: z.object({
    name: z.string(),
    detailColumns: z.array(z.string()),
    groupingsDown: named.nullish(),
    groupingsAcross: named.nullish(),
    reportFilters: filters.nullish(),
    reportBooleanFilter: z.string().nullish()
  }),
  reportExtendedMetadata: z.object({
    detailColumnInfo: columnInfo,
    groupingColumnInfo: columnInfo.nullish()
  })
});

/** A run of a report. Source: Reports and Dashboards REST API Developer Guide, Run Reports; Decode the Fact Map. */
export type ReportAnswer = z.infer<typeof answerSchema>;
export type ReportCell = z.infer<typeof cell>;
export type ReportGroup = Group;

/** @throws LedgerBridgeError LB714 when it is no run of a report. */
export function readReportAnswer(body: unknown): ReportAnswer {
  const answer = answerSchema.safeParse(body);
  if (answer.success) return answer.data;
  const where = answer.error.issues[0]?.path.join('.') ?? '';
  throw new LedgerBridgeError('LB714', { detail: `The run of a report cannot be read (${where}).` });
}
