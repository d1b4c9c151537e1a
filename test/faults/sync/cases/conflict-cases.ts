import { untilIdle } from '../verdict/at-rest.ts';
import { STUCK_MS } from '../verdict/sync-verdict.ts';
import { readEvents } from '../../orders/world/org-events.ts';
import { OrgClient } from '../../orders/world/org-client.ts';
import { listDeadLetters, replayDeadLetter } from '../../orders/world/dead-letters.ts';
import { until } from '../../orders/world/until.ts';
import { copyInSage } from '../world/sage-desk.ts';
import { runSync, type SyncCase, type SyncWork } from './sync-case.ts';

const PATIENCE_MS = 60_000;
/** As the service logs in: what this user changes, no event brings back. */
const INTEGRATION_USER = 'integration@ledger-bridge.example';

/** Both systems say something of the same record. */
export const conflictCases: readonly SyncCase[] = [
  { name: 'the same record is changed on both sides at once', plays: [17], play: bothAtOnce },
  { name: 'two records of Salesforce have one external id', plays: [28], play: oneKeyTwice }
];

const CUSTOMERS = ['01-ATLIMIT', '01-OVERORD', '01-DORMANT', '01-NOLIMIT', '01-SHIPTOS'];

/** One of both values wins, the sync log says which and why, and what is written comes back as one echo at most. */
async function bothAtOnce(work: SyncWork): Promise<void> {
  const { world, violated, number } = work;
  const before = await eventsByRecord(work);
  const accounts = new Map<string, string>();
  for (const customerNo of CUSTOMERS) accounts.set(customerNo, await accountOf(work, customerNo));
  await Promise.all(
    [...accounts].flatMap(([customerNo, Id]) => [
      world.sageControl.set('AR_Customer', customerNo, { Comment: `Sage ${number}` }),
      world.client.update('Account', { Id, Sage_Comment__c: `Salesforce ${number}` })
    ])
  );
  await runSync(work, { pair: 'Account-customer', mode: 'changes' });
  await untilIdle(world, STUCK_MS);
  await runSync(work, { pair: 'Account-customer', mode: 'changes' });
  await untilIdle(world, STUCK_MS);
  const after = await eventsByRecord(work);
  for (const [customerNo, id] of accounts) {
    const [row] = await world.client.query(`SELECT Sage_Comment__c FROM Account WHERE Id = '${id}'`);
    const { Comment: inSage } = await world.sageControl.show('AR_Customer', customerNo);
    if (
      inSage !== row?.['Sage_Comment__c'] ||
      ![`Sage ${number}`, `Salesforce ${number}`].includes(inSage ?? '')
    )
      violated(`${customerNo}: Sage has '${inSage ?? ''}', Salesforce '${String(row?.['Sage_Comment__c'])}'`);
    const heard = (after.get(id) ?? 0) - (before.get(id) ?? 0);
    // The person's change, and the service's where Sage's value won.
    if (heard > 2) violated(`${customerNo}: ${heard} changes of the account for one change of a person`);
    if (!(await until(() => isTold(work, id, inSage ?? ''), PATIENCE_MS)))
      violated(`${customerNo}: the sync log does not tell which value won`);
  }
}

async function accountOf({ world }: SyncWork, customerNo: string): Promise<string> {
  const [row] = await world.client.query(
    `SELECT Id FROM Account WHERE Sage_Customer_No__c = '${customerNo}'`
  );
  return String(row?.['Id']);
}

async function eventsByRecord({ world }: SyncWork): Promise<ReadonlyMap<string, number>> {
  const events = await readEvents(world, '/data/AccountChangeEvent');
  const ids = events.flatMap(({ change }) => change?.recordIds ?? []);
  return new Map([...Map.groupBy(ids, (id) => id)].map(([id, some]) => [id, some.length]));
}

async function isTold({ world }: SyncWork, id: string, winner: string): Promise<boolean> {
  const rows = await world.client.query(`SELECT Story__c FROM Sync_Log__c WHERE Record_Id__c = '${id}'`);
  return rows.some((row) => String(row['Story__c']).includes(winner));
}

/** As after an import that made products twice: none of them is guessed, and nothing is written until a person decides. */
async function oneKeyTwice(work: SyncWork): Promise<void> {
  const { world, violated, number } = work;
  const code = `TWICE-${number}`;
  const importer = new OrgClient(() => world.org.ready.controlUrl, INTEGRATION_USER);
  const made = await importer.create(
    'Product2',
    ['one', 'other'].map((word) => ({
      Name: `The ${word} of ${number}`,
      Sage_Item_Code__c: code,
      IsActive: true
    }))
  );
  copyInSage(world, {
    table: 'CI_Item',
    where: `ItemType = '1' AND UDF_BRAND <> ''`,
    copies: [{ ItemCode: code, ItemCodeDesc: `Sage's of ${number}` }]
  });
  await runSync(work, { pair: 'Product2-item', mode: 'full' });
  await untilIdle(world, STUCK_MS);
  const names = await namesOf(work, code);
  if (names.some((name) => !name.startsWith('The ')) || names.length !== 2)
    violated(`a record was guessed or made: ${names.join(', ')}`);
  const letters = (await listDeadLetters(world)).filter(({ message }) => message?.includes(code) === true);
  const [letter] = letters;
  if (letter === undefined || !['LB708', 'LB782'].includes(letter.code ?? ''))
    violated(`the conflict waits for nobody: ${JSON.stringify(letters)}`);
  await importer.update('Product2', { Id: made[1] ?? '', Sage_Item_Code__c: null });
  for (const { jobId } of letters) await replayDeadLetter(world, jobId);
}

async function namesOf({ world }: SyncWork, code: string): Promise<string[]> {
  const rows = await world.client.query(`SELECT Name FROM Product2 WHERE Sage_Item_Code__c = '${code}'`);
  return rows.map((row) => String(row['Name']));
}
