import { isDeepStrictEqual } from 'node:util';
import type { EntityPlan, VerifiedCompany } from './entity-plan.ts';

/** What came of one kind of record, or of its lines. */
export interface EntityResult {
  readonly name: string;
  readonly tables: string;
  /** Lines or packages: they were read and checked with their header, whose result stands before theirs. */
  readonly isPart: boolean;
  readonly read: number;
  /** What the company's own database counts. */
  readonly inSage: number;
  /** Empty where there is none, and for lines. */
  readonly firstKey: string;
  /** Records that were passed over because they cannot be used. */
  readonly passedOver: number;
  /** Records that are not as their schema says. */
  readonly outOfSchema: number;
  /** Spent on reading and decoding; not on counting and checking. */
  readonly milliseconds: number;
  /** Why it is not right; empty when it is. */
  readonly faults: readonly string[];
}

/** Ways to learn of the company what the service does not say. */
export interface Witness {
  /** The single number that a statement gives, asked over ODBC without the service. */
  count(sql: string): Promise<number>;
  /** How many records were passed over until now. */
  passedOver(): number;
}

/** Reads every record of a kind, checks each against its schema, and counts them beside. The last results are its parts'. */
export async function verifyEntity(
  plan: EntityPlan,
  company: VerifiedCompany,
  witness: Witness
): Promise<readonly EntityResult[]> {
  const before = witness.passedOver();
  const seen = await readAll(plan, company);
  const inSage = plan.countSql === null ? 1 : await witness.count(plan.countSql);
  const passedOver = witness.passedOver() - before;
  const { firstKey, milliseconds, outOfSchema, firstFault } = seen;
  const shown = { isPart: false, firstKey, milliseconds, outOfSchema, firstFault };
  const own = result(plan, { ...shown, read: seen.count, inSage, passedOver });
  const results = [own];
  for (const [index, part] of plan.parts.entries()) {
    const counts = { read: seen.partCounts[index] ?? 0, inSage: await witness.count(part.countSql) };
    results.push(result(part, { ...PART, ...counts }));
  }
  return results;
}

interface Seen {
  readonly count: number;
  readonly partCounts: readonly number[];
  readonly firstKey: string;
  readonly milliseconds: number;
  readonly outOfSchema: number;
  readonly firstFault: string | null;
}

const PART = {
  isPart: true,
  passedOver: 0,
  firstKey: '',
  milliseconds: 0,
  outOfSchema: 0,
  firstFault: null
};

async function readAll(plan: EntityPlan, company: VerifiedCompany): Promise<Seen> {
  const partCounts = plan.parts.map(() => 0);
  const faults: string[] = [];
  let count = 0;
  let firstKey = '';
  let milliseconds = 0;
  let begun = performance.now();
  for await (const page of plan.read(company)) {
    milliseconds += performance.now() - begun;
    if (count === 0) firstKey = page[0]?.key ?? '';
    count += page.length;
    for (const { record, key, partCounts: parts } of page) {
      parts.forEach((found, index) => (partCounts[index] = (partCounts[index] ?? 0) + found));
      const fault = schemaFault(plan, record);
      if (fault !== undefined) faults.push(`${key}: ${fault}`);
    }
    begun = performance.now();
  }
  milliseconds += performance.now() - begun;
  const [firstFault = null] = faults;
  return { count, partCounts, firstKey, milliseconds, outOfSchema: faults.length, firstFault };
}

/** Undefined when the record is exactly what its schema says, with nothing besides. */
function schemaFault({ schema }: EntityPlan, record: unknown): string | undefined {
  const { success, data, error } = schema.safeParse(record);
  if (!success) return error.issues.map(({ path, message }) => `${path.join('.')}: ${message}`).join('; ');
  return isDeepStrictEqual(data, record) ? undefined : 'it holds more than its schema tells';
}

function result(
  { name, tables }: Pick<EntityPlan, 'name' | 'tables'>,
  counts: Omit<EntityResult, 'name' | 'tables' | 'faults'> & Pick<Seen, 'firstFault'>
): EntityResult {
  const { firstFault, ...shown } = counts;
  const { read, inSage, passedOver, outOfSchema } = shown;
  const faults = [
    ...(read === inSage ? [] : [`${read} were read, but ${tables} makes ${inSage}`]),
    ...(passedOver === 0 ? [] : [`${passedOver} cannot be used and were passed over`]),
    ...(firstFault === null ? [] : [`${outOfSchema} are not as their schema says, the first ${firstFault}`])
  ];
  return { name, tables, ...shown, faults };
}
