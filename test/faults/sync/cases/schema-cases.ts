import { setTimeout as delay } from 'node:timers/promises';
import { listDeadLetters, newDeadLetters, replayDeadLetter } from '../../orders/world/dead-letters.ts';
import { deployToOrg } from '../../orders/world/deploy-to-org.ts';
import { until } from '../../orders/world/until.ts';
import { publishFields, publishPackaged, type FieldMapJson } from '../world/mappings.ts';
import { changeSage, copyInSage } from '../world/sage-desk.ts';
import { getSync, startSync, untilEnded } from '../world/sync-api.ts';
import { textOf } from '../world/text-of.ts';
import { editSome, runSync, type SyncCase, type SyncWork } from './sync-case.ts';

const PATIENCE_MS = 90_000;
const VENDORS = 'Sage_Vendor__c-vendor';
const CUSTOMERS = 'Account-customer';

/** The form of records changes, or what is done with them, while they are kept in step. */
export const schemaCases: readonly SyncCase[] = [
  { name: 'a field that a mapping names is taken away', plays: [23], play: takeField },
  { name: 'an admin makes a field required', plays: [23], play: requireField },
  { name: 'a mapping is published in the middle of a run', plays: [27], play: publishDuringRun }
];

const TIER: FieldMapJson = {
  ...{ id: 'tier', sage: ['UDF_ACCOUNT_TIER'], salesforce: ['Site'], direction: 'to-salesforce' },
  ...{ transforms: [], conflict: 'sage-wins' },
  whenEmpty: { toSalesforce: { do: 'empty' }, toSage: { do: 'empty' } }
};

/** The object waits and says why; the others go on. When the field is there again, so does it. */
async function takeField(work: SyncWork): Promise<void> {
  const { world, violated } = work;
  await publishFields(world, CUSTOMERS, (fields) => [...fields, TIER]);
  await runSync(work, { pair: CUSTOMERS, mode: 'full' });
  const rename = (from: string, to: string) =>
    changeSage(world, `ALTER TABLE AR_Customer RENAME COLUMN ${from} TO ${to}`);
  rename('UDF_ACCOUNT_TIER', 'UDF_GONE');
  // What the tables look like is known for minutes, but not over a start.
  await world.stopServices();
  await world.startServices();
  await editSome(work);
  const vendor = `Without a tier ${work.number}`;
  await world.sageControl.set('AP_Vendor', '01-0000002', { Comment: vendor });
  const runs = await runSync(work, { pair: 'all', mode: 'changes' });
  const paused = runs.find(({ pair }) => pair === CUSTOMERS);
  if (paused?.state !== 'failed' || paused.reason?.startsWith('LB783') !== true)
    violated(`the customers do not wait: ${JSON.stringify(paused)}`);
  if (paused?.reason?.includes('UDF_ACCOUNT_TIER') !== true)
    violated(`the cause is not named: ${paused?.reason ?? ''}`);
  for (const { pair, state } of runs)
    if (pair !== CUSTOMERS && state !== 'succeeded') violated(`${pair} is held up, too: ${state}`);
  const isLogged = async () => {
    const rows = await world.client.query(
      `SELECT Story__c FROM Sync_Log__c WHERE Object_Pair__c = '${CUSTOMERS}' AND State__c = 'Refused'`
    );
    return rows.some((row) => String(row['Story__c']).includes('LB783'));
  };
  if (!(await until(isLogged, PATIENCE_MS))) violated('the sync log does not tell that the customers wait');
  rename('UDF_GONE', 'UDF_ACCOUNT_TIER');
  await world.stopServices();
  await world.startServices();
  await runSync(work, { pair: CUSTOMERS, mode: 'changes' });
  await publishPackaged(world, CUSTOMERS);
}

/** Records without it are refused one by one, each by its name; all others go on. */
async function requireField(work: SyncWork): Promise<void> {
  const { world, violated, number } = work;
  const before = await listDeadLetters(world);
  await deployToOrg(world.client, required(true));
  const copies = ['A', 'B', 'C', 'D'].map((letter, index) => ({
    ...{ VendorNo: `Q${number}${letter}`.padEnd(7, '0'), VendorName: `Vendor ${letter} of ${number}` },
    Reference: index === 0 ? 'Has one' : ''
  }));
  copyInSage(world, { table: 'AP_Vendor', where: `VendorNo = '0000001'`, copies });
  await editSome(work);
  const runs = await runSync(work, { pair: 'all', mode: 'full' });
  const vendors = runs.find(({ pair }) => pair === VENDORS);
  if (vendors?.counts.created !== 1)
    violated(`${vendors?.counts.created ?? 0} vendors were made instead of 1`);
  if ((vendors?.causes['LB705'] ?? 0) < 3) violated(`refusals are not told: ${JSON.stringify(vendors)}`);
  const letters = await newDeadLetters(world, before, 3);
  const named = copies.slice(1).filter(({ VendorNo }) => letters.some(({ key }) => key?.includes(VendorNo)));
  if (named.length !== 3 || letters.some(({ code }) => code !== 'LB705'))
    violated(`dead letters: ${JSON.stringify(letters)}`);
  await deployToOrg(world.client, required(false));
  for (const { jobId } of letters) await replayDeadLetter(world, jobId);
}

/** Of new records only: those that are there are not touched. */
function required(active: boolean) {
  return {
    ...{ object: 'Sage_Vendor__c', name: 'Reference_Required', active },
    formula: 'AND(ISNEW(), ISBLANK(Reference__c))',
    message: 'A reference is required.'
  };
}

/** The run that is under way goes on by its own version; the new one is brought to every record after it. */
async function publishDuringRun(work: SyncWork): Promise<void> {
  const { world, violated } = work;
  await world.sageControl.slow(400);
  const [runId = 0] = await startSync(world, { pair: CUSTOMERS, mode: 'full' });
  await delay(700);
  const before = await getSync(world, runId);
  const version = await publishFields(world, CUSTOMERS, (fields) => [...fields, TIER]);
  await world.sageControl.start();
  const [run] = await untilEnded(world, [runId]);
  if (before.state !== 'running') violated('the run had ended before the mapping was published');
  if (run?.mappingVersion === version) violated('the run took the version that was published meanwhile');
  const isFollowed = async () => (await withoutTier(work)).length === 0;
  if (!(await until(isFollowed, PATIENCE_MS, 1_000)))
    violated(`the new mapping was not brought to ${(await withoutTier(work)).slice(0, 5).join(', ')}`);
  await publishPackaged(world, CUSTOMERS);
}

async function withoutTier({ world }: SyncWork): Promise<string[]> {
  const rows = await world.client.query(
    'SELECT Sage_Customer_No__c, Site FROM Account WHERE Sage_Customer_No__c != null'
  );
  const wrong: string[] = [];
  for (const row of rows) {
    const key = String(row['Sage_Customer_No__c']);
    const { UDF_ACCOUNT_TIER = '' } = await world.sageControl.show('AR_Customer', key);
    if (UDF_ACCOUNT_TIER !== textOf(row['Site'])) wrong.push(key);
  }
  return wrong;
}
