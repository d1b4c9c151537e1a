import { LedgerBridgeError, type FieldFault } from '../../../errors/ledger-bridge-error.ts';
import { changedValues } from '../../../rules/written-values/changed-values.ts';
import { fieldFault } from '../../../rules/written-values/field-fault.ts';
import { requiredFaults, valueFaults } from '../../../rules/written-values/value-faults.ts';
import type { TableFacts, WrittenValue } from '../../../rules/written-values/written-value.ts';
import type { BoiOperation } from '../../boi/boi-work.ts';
import type { BusinessObjectKind } from '../../boi/business-object-kinds.ts';
import type { WriteReceipt } from '../../port/sage-writer.ts';
import type { ColumnValues } from '../column-reader.ts';
import { outcomeOf } from '../outcome.ts';
import { putValues } from '../put-values.ts';
import { retryInUse } from '../retry-in-use.ts';
import { tableFacts } from '../table-facts.ts';
import { throwFaults } from '../throw-faults.ts';
import type { WritingParts } from '../writing-parts.ts';

/** One record of master data that is to be there with these values. */
export interface MasterWrite {
  readonly table: string;
  readonly kind: BusinessObjectKind;
  /** As Sage stores it. */
  readonly key: readonly WrittenValue[];
  /** As people see it, `01-ABF/ARTIE JOHN`. */
  readonly displayKey: string;
  readonly values: readonly WrittenValue[];
  /** Written only with a new record, as the key of its request. */
  readonly valuesWhenNew?: readonly WrittenValue[];
  /** Whether a record that is there already is a collision (LB525) and not the one to be changed. */
  readonly mustBeNew?: boolean;
  /** Columns that Sage does not take a new record without, with their fields. */
  readonly requiredWhenNew: Readonly<Record<string, string>>;
  /** What the record names and Sage does not have. */
  readonly referenceFaults: () => Promise<readonly FieldFault[]>;
}

/**
 * Creates the record, or changes what differs. The same values once more change nothing, so that after an unknown
 * outcome the record itself tells whether it was written.
 */
export function saveMaster(write: MasterWrite, parts: WritingParts): Promise<WriteReceipt> {
  return parts.alone.run(`${write.table} ${write.displayKey}`, async () => {
    const table = await tableFacts(parts.catalogue, write.table);
    const current = await readCurrent(write, parts);
    if (current !== undefined && write.mustBeNew === true) throw collision(write);
    const values = current === undefined ? [...write.values, ...(write.valuesWhenNew ?? [])] : write.values;
    throwFaults(
      [
        ...valueFaults([...write.key, ...values], table),
        ...requiredFaults(values, table, { isNew: current === undefined }),
        ...(current === undefined ? missingFaults(write) : []),
        ...(await write.referenceFaults())
      ],
      subjectOf(write)
    );
    const changed = current === undefined ? values : changedValues(values, current, table);
    if (current !== undefined && changed.length === 0) return receipt(write, 'unchanged', []);
    return put(write, changed, { table, isNew: current === undefined }, parts);
  });
}

/** What Sage fills in itself need not be given; what it cannot know must be. */
export function missingFaults({
  values,
  requiredWhenNew
}: Pick<MasterWrite, 'values' | 'requiredWhenNew'>): FieldFault[] {
  return Object.entries(requiredWhenNew).flatMap(([column, field]) =>
    (values.find((value) => value.column === column)?.value ?? '').trim() === ''
      ? [fieldFault('LB507', { field, value: '' }, `Sage takes no new record without ${column}.`)]
      : []
  );
}

async function put(
  write: MasterWrite,
  values: readonly WrittenValue[],
  { table, isNew }: { readonly table: TableFacts; readonly isNew: boolean },
  parts: WritingParts
): Promise<WriteReceipt> {
  const operation = putOperation(write, values, { table, isNew });
  const look = async (): Promise<true | undefined> => {
    const now = await readCurrent(write, parts);
    return now !== undefined && changedValues(values, now, table).length === 0 ? true : undefined;
  };
  const outcome = await outcomeOf(
    () => retryInUse(() => parts.queue.run(operation), parts.timing.inUseTimeoutMs),
    look,
    parts.timing
  );
  const warnings = outcome.type === 'answered' ? outcome.result : [];
  return receipt(write, isNew ? 'created' : 'updated', warnings);
}

function putOperation(
  write: MasterWrite,
  values: readonly WrittenValue[],
  { table, isNew }: { readonly table: TableFacts; readonly isNew: boolean }
): BoiOperation<readonly string[]> {
  return {
    name: `save ${write.kind.object}`,
    subject: subjectOf(write),
    perform: async (work) => {
      const record = await work.open(write.kind);
      for (const { column, value, field } of write.key) record.setKeyValue(column, value ?? '', field);
      record.setKey({ wanted: isNew ? 'new' : 'existing', field: write.key.at(-1)?.field ?? '' });
      putValues(record, values, table);
      record.write();
      await work.send();
      return work.warnings;
    }
  };
}

async function readCurrent(
  { table, key, values, valuesWhenNew = [] }: MasterWrite,
  { columns }: WritingParts
): Promise<ColumnValues | undefined> {
  const where = Object.fromEntries(key.map(({ column, value }) => [column, value ?? '']));
  const names = [...values, ...valuesWhenNew].map(({ column }) => column);
  return (await columns.rows(table, where, names))[0];
}

function collision(write: MasterWrite): LedgerBridgeError {
  return new LedgerBridgeError('LB525', {
    detail: `${write.table} has a record with this key.`,
    subject: subjectOf(write)
  });
}

function subjectOf({ table, displayKey }: MasterWrite): string {
  return `${table} ${displayKey}`;
}

function receipt(
  { displayKey }: MasterWrite,
  outcome: WriteReceipt['outcome'],
  warnings: readonly string[]
): WriteReceipt {
  return { key: displayKey, outcome, warnings };
}
