import type { FieldFault } from '../../../errors/ledger-bridge-error.ts';
import type { Store } from '../../../store/port/store.ts';
import type { SalesforceFields } from '../../../salesforce/port/salesforce-records.ts';
import type { LinesAtWork } from '../record/pair-at-work.ts';
import type { LedgerBridgeError } from '../../../errors/ledger-bridge-error.ts';
import { inBreaths } from './in-breaths.ts';
import { pointsAt } from './references.ts';

/** A line as it is to stand in Salesforce, without the lookup to its document. */
export interface MappedLine {
  readonly key: string;
  readonly fields: SalesforceFields;
  /** What Salesforce takes with a new line only. */
  readonly forNew: SalesforceFields;
}

export interface MappedLines {
  readonly lines: readonly MappedLine[];
  readonly faults: readonly FieldFault[];
  /** Something that a line needs is not in Salesforce. */
  readonly missing: LedgerBridgeError | undefined;
}

const NONE: MappedLines = { lines: [], faults: [], missing: undefined };

/** Lines of documents, in the order of the documents. */
export async function mappedLines(
  store: Pick<Store, 'links'>,
  at: LinesAtWork | undefined,
  records: readonly unknown[]
): Promise<readonly MappedLines[]> {
  if (at === undefined) return records.map(() => NONE);
  const linesOf = records.map((record) => at.pair.linesOf(record));
  const places = await pointsAt(store, at.pair.references, linesOf.flat());
  let next = 0;
  return inBreaths(linesOf, (lines) => {
    const mapped = lines.map((line) => mappedLine(line, places[next++], at));
    return {
      lines: mapped.map(({ line }) => line),
      faults: mapped.flatMap(({ faults }) => faults),
      missing: mapped.find(({ missing }) => missing !== undefined)?.missing
    };
  });
}

function mappedLine(
  line: unknown,
  place: Awaited<ReturnType<typeof pointsAt>>[number] | undefined,
  { pair, mapping, fields }: LinesAtWork
) {
  const { values, faults } = mapping.toSalesforce(pair.description.valuesOf(line));
  const key = pair.description.keyOf(line);
  const wanted = Object.entries({ ...values, ...place?.ids });
  const isForNew = (name: string) => fields.isOnlyForNew(name) || place?.onlyForNew.has(name) === true;
  return {
    line: {
      key,
      fields: Object.fromEntries(wanted.filter(([name]) => !isForNew(name))),
      forNew: Object.fromEntries(wanted.filter(([name]) => isForNew(name)))
    },
    faults: faults.map((fault) => ({ ...fault, field: `${key}: ${fault.field}` })),
    missing: place?.missing
  };
}
