import { LedgerBridgeError } from '../../../errors/ledger-bridge-error.ts';
import type { SalesforceFields } from '../../../salesforce/port/salesforce-records.ts';
import { pointsAt } from '../page/references.ts';
import { conflictFault, valueFaults } from './faults.ts';
import { keepRecord, saysNew } from './keep-record.ts';
import { engineAgreed } from './link-agreed.ts';
import { locate, type Located, type Sought } from './locate.ts';
import { mergeSides, passableWay, type BothSides, type Merged } from './merged.ts';
import { taken, takenMarks } from './marks.ts';
import type { SalesforceSide } from './read-both.ts';
import { conflictStory, recordStory } from './record-story.ts';
import type { RecordWork } from './record-work.ts';
import { settleMissing } from './settle-missing.ts';

/** How often a record is looked at again after it was written, or after somebody else wrote its link. */
const MOST_ROUNDS = 5;
const MOST_COLLISIONS = 3;

/** What one look at a record came to. */
type Round =
  | { readonly end: 'at-rest' }
  /** Something was written: what each side made of it is looked at next. */
  | { readonly end: 'written'; readonly sought: Sought }
  /** Somebody else wrote the link meanwhile. */
  | { readonly end: 'collided' };

/**
 * Brings one record in step: reads both sides, merges, writes what differs, and looks again, until there is nothing to
 * write. So what is kept as agreed is what each side really has, in its own form, whatever it made of what was written.
 * @throws LedgerBridgeError LB780 for what a person decides, LB786 for values that do not fit: all else is written before.
 */
export async function bringTwoWayRecord(work: RecordWork): Promise<void> {
  let sought: Sought = { sageKey: work.wanted.sageKey, salesforceId: work.wanted.salesforceId };
  let rounds = 0;
  let collisions = 0;
  while (rounds < MOST_ROUNDS) {
    work.signal.throwIfAborted();
    const round = await lookOnce(work, sought);
    if (round.end === 'at-rest') return;
    if (round.end === 'written') {
      rounds += 1;
      ({ sought } = round);
    } else if ((collisions += 1) > MOST_COLLISIONS) throw collided(work);
  }
  throw restless(work);
}

async function lookOnce(work: RecordWork, sought: Sought): Promise<Round> {
  const located = await locate(work, sought);
  const { record, salesforce } = located;
  if (await settleMissing(work, located)) return { end: 'at-rest' };
  const sides = await sidesOf(work, located);
  if (passableWay(work.at, sides) === undefined || !mayBeMade(work, located)) return { end: 'at-rest' };
  const merged = mergeSides(work.at, sides, work.wanted.decided);
  const isNew = record === undefined || salesforce === undefined;
  if (isNew) refuse(work, located, merged);
  const isStill = Object.keys(merged.toSage).length === 0 && Object.keys(merged.toSalesforce).length === 0;
  if (isStill && !isNew) return rest(work, located, merged);
  return write(work, located, merged);
}

/** A record that one side lacks is made there only where the mapping says so. */
function mayBeMade({ at }: RecordWork, { record, salesforce }: Located): boolean {
  const { create, direction } = at.mapping.content;
  if (record === undefined) return create.inSage && direction !== 'to-salesforce';
  return salesforce !== undefined || (create.inSalesforce && direction !== 'to-sage');
}

async function sidesOf(
  { parts, at }: RecordWork,
  { key, link, record, salesforce }: Located
): Promise<BothSides> {
  const { description, references } = at.pair;
  const agreed = engineAgreed(link?.agreed);
  if (record === undefined)
    return { key: undefined, sage: undefined, salesforce, changedInSage: null, agreed, place: undefined };
  const [place] = await pointsAt(parts.store, references, [record]);
  if (salesforce === undefined && place?.missing !== undefined) throw place.missing;
  const sage = description.valuesOf(record);
  return { key, sage, salesforce, changedInSage: description.changedAt(record), agreed, place };
}

/** Both sides say the same, save for what a person must decide or correct. */
async function rest(work: RecordWork, located: Located, merged: Merged): Promise<Round> {
  const isKept = await keep(work, located, merged, located);
  if (!isKept) return { end: 'collided' };
  refuse(work, located, merged);
  return { end: 'at-rest' };
}

function refuse({ at }: RecordWork, { key, salesforce }: Located, { conflicts, faults }: Merged): void {
  const subject = `${at.fields.object} ${salesforce?.id ?? '(new)'}, ${at.pair.entity} ${key ?? '(new)'}`;
  if (conflicts.length > 0) throw conflictFault(conflicts, subject);
  if (faults.length > 0) throw valueFaults(faults, subject);
}

async function write(work: RecordWork, located: Located, merged: Merged): Promise<Round> {
  const { salesforce, key, record } = located;
  const receipt =
    salesforce === undefined || (Object.keys(merged.toSage).length === 0 && record !== undefined)
      ? undefined
      : await taken(work, {
          key: record === undefined ? undefined : key,
          salesforce,
          values: merged.toSage
        });
  const sageKey = receipt?.key ?? key ?? '';
  const named = record === undefined ? { [work.at.pair.keyField]: sageKey, ...takenMarks(work.at.pair) } : {};
  const salesforceId = await writeToSalesforce(work, salesforce, sageKey, {
    ...merged.toSalesforce,
    ...named
  });
  const isKept = await keep(work, located, merged, {
    key: sageKey,
    salesforceId,
    toSage: receipt !== undefined
  });
  return isKept ? { end: 'written', sought: { sageKey, salesforceId } } : { end: 'collided' };
}

async function writeToSalesforce(
  { parts, at }: RecordWork,
  salesforce: SalesforceSide | undefined,
  key: string,
  fields: SalesforceFields
): Promise<string> {
  if (salesforce !== undefined && Object.keys(fields).length === 0) return salesforce.id;
  const { object } = at.fields;
  const { keyField } = at.pair;
  const [outcome] =
    salesforce === undefined
      ? await parts.records.upsert(object, keyField, [{ ...fields, ...at.asOf, [keyField]: key }])
      : await parts.records.update(object, [{ id: salesforce.id, fields: { ...fields, ...at.asOf } }]);
  if (outcome?.ok === true) return outcome.id;
  throw (
    outcome?.error ??
    new LedgerBridgeError('LB714', { detail: 'Salesforce did not say what became of the record.' })
  );
}

async function keep(
  work: RecordWork,
  located: Located,
  merged: Merged,
  now: { readonly key?: string | undefined; readonly salesforceId?: string; readonly toSage?: boolean }
): Promise<boolean> {
  const { record, salesforce, link } = located;
  const { key = '', salesforceId = salesforce?.id ?? '', toSage = false } = now;
  const { description } = work.at.pair;
  const isTold = record !== undefined && (salesforce === undefined || saysNew(link, merged.agreed.digest));
  const change = link === undefined ? 'created' : 'updated';
  const story = toSage ? recordStory(merged.decisions) : conflictStory(merged.decisions);
  return keepRecord(work, {
    ...{ located, key, salesforceId, toSage },
    // What was written to Sage is not yet what Sage has.
    agreed: toSage ? { ...merged.agreed, digest: undefined } : merged.agreed,
    told: isTold ? { key, salesforceId, change, values: description.valuesOf(record) } : undefined,
    story
  });
}

function collided({ at }: RecordWork): LedgerBridgeError {
  return new LedgerBridgeError('LB612', {
    detail: `Others wrote the link of the ${at.pair.entity} each time it was looked at.`
  });
}

function restless({ at }: RecordWork): LedgerBridgeError {
  return new LedgerBridgeError('LB786', {
    detail: `Each system changes what the other one stores of the ${at.pair.entity}, so they never are the same.`
  });
}
