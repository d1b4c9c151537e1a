import { setTimeout as delay } from 'node:timers/promises';
import type { PairName } from '../../../../callout-service/src/sync/pairs/pair-names.ts';
import type { OrderWorld } from '../../orders/world/order-world.ts';
import type { Edit, EditedSide } from './edit.ts';
import { editedPlaces, type EditedField, type EditedPlace } from './places.ts';
import { changeRecord, keysOf } from './sage-desk.ts';

export interface EditOptions {
  readonly pairs: readonly PairName[];
  readonly random: () => number;
  /**
   * Nobody looks meanwhile, so that Sage can be the last to change a value that Salesforce changed before. Else the change
   * in Salesforce, which is told at once, comes last of all.
   */
  readonly unseen: boolean;
}

/** Sage stamps whole seconds. */
const STAMP_MS = 1_100;

/** Changes about one in a hundred records of each pair at random, every field on each side at least once. */
export async function editAtRandom(
  world: OrderWorld,
  { pairs, random, unseen }: EditOptions
): Promise<readonly Edit[]> {
  const edits = chooseAll(world, { pairs, random, unseen });
  const before = edits.filter(({ side }) => side === 'both, Sage last');
  await editInSalesforce(world, before);
  if (before.length > 0) await delay(STAMP_MS);
  for (const { place, field, key, side, inSage } of edits)
    if (side !== 'salesforce')
      changeRecord(world, place, { key, values: { [field.column]: inSage }, posted: field.posted === true });
  await delay(STAMP_MS);
  await editInSalesforce(
    world,
    edits.filter(({ side }) => side === 'salesforce' || side === 'both, Salesforce last')
  );
  return edits;
}

function chooseAll(world: OrderWorld, { pairs, random, unseen }: EditOptions): readonly Edit[] {
  const taken = new Set<string>();
  return editedPlaces
    .filter(({ pair }) => pairs.includes(pair))
    .flatMap((place) => {
      const free = keysOf(world, place).filter((key) => !taken.has(rowOf(place, key)));
      const chosen = choose(place, free, random, unseen);
      for (const { key } of chosen) taken.add(rowOf(place, key));
      return chosen;
    });
}

/** An item and its price are one row. */
function rowOf({ table }: EditedPlace, key: string): string {
  return `${table} ${key.replace(/\/$/, '')}`;
}

/** Records that nothing else is changed of, each with one field and one side. */
function choose(
  place: EditedPlace,
  keys: readonly string[],
  random: () => number,
  unseen: boolean
): readonly Edit[] {
  const cases = place.fields.flatMap((field) => sidesOf(field, unseen).map((side) => ({ field, side })));
  const count = Math.min(keys.length, Math.max(cases.length, Math.round(keys.length / 100)));
  const word = () => Math.floor(36 ** 6 + random() * 36 ** 6).toString(36);
  return shuffled(keys, random)
    .slice(0, count)
    .flatMap((key, index) => {
      const chosen = cases[index % cases.length];
      if (chosen === undefined) return [];
      const value = () => chosen.field.value(word(), (1 + random() * 9_000).toFixed(2));
      return [{ place, key, ...chosen, inSage: value(), inSalesforce: value() }];
    });
}

function sidesOf({ rule }: EditedField, unseen: boolean): readonly EditedSide[] {
  if (rule === 'only-sage') return ['sage'];
  const sides: readonly EditedSide[] = ['sage', 'salesforce', 'both, Salesforce last'];
  return unseen ? [...sides, 'both, Sage last'] : sides;
}

function shuffled<T>(list: readonly T[], random: () => number): readonly T[] {
  const places = list.map((each) => ({ each, place: random() }));
  return places.toSorted((one, other) => one.place - other.place).map(({ each }) => each);
}

async function editInSalesforce({ client }: OrderWorld, edits: readonly Edit[]): Promise<void> {
  for (const { place, field, key, inSalesforce } of edits) {
    const { object, keyField } = place;
    const [found] = await client.query(
      `SELECT Id FROM ${object} WHERE ${keyField} = '${quoted(key)}' LIMIT 1`
    );
    if (found === undefined) throw new Error(`No ${object} has the key ${key}`);
    await client.update(object, { Id: String(found['Id']), [field.field]: inSalesforce });
  }
}

/** As SOQL has a text between its quotes. */
export function quoted(text: string): string {
  return text.replace(/[\\']/g, (character) => `\\${character}`);
}
