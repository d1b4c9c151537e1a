import { setTimeout as delay } from 'node:timers/promises';
import { readSageFile } from '../../orders/world/sage-file.ts';
import { changeSage, copyInSage, readSage, stampOf } from '../world/sage-desk.ts';
import { startSync, untilEnded } from '../world/sync-api.ts';
import { editSome, runSync, type SyncCase, type SyncWork } from './sync-case.ts';

const ABF = `ARDivisionNo = '01' AND CustomerNo = 'ABF'`;
const ROWS = 1_000;
/** Of the pair's records; twenty in a hundred are allowed. */
const MANY_VANISH = 0.3;

/** Faults of Sage, and of what its tables tell about changes. */
export const sageCases: readonly SyncCase[] = [
  { name: 'Sage is stopped in the middle of a run', plays: [], play: stopSage },
  { name: 'clocks of workstations are wrong, and an hour comes twice', plays: [16], play: wrongClocks },
  { name: 'a bulk tool changes records without a stamp', plays: [15], play: changeUnstamped },
  { name: 'a record vanishes and comes back', plays: [15], play: vanishAndReturn },
  { name: 'too many records vanish at once', plays: [15], play: vanishMany },
  { name: 'a thousand records have one stamp, and one comes late below it', plays: [14], play: oneStamp }
];

async function stopSage(work: SyncWork): Promise<void> {
  const { world } = work;
  await editSome(work);
  const ids = await startSync(world, { pair: 'all', mode: 'full' });
  await delay(work.random() * 1_500);
  await world.sageControl.stop();
  await editSomeInSalesforce(work);
  await delay(3_000);
  await world.sageControl.start();
  await untilEnded(world, ids);
}

/** While Sage is away, people go on in Salesforce. */
async function editSomeInSalesforce({ world, number }: SyncWork): Promise<void> {
  const [account] = await world.client.query(
    `SELECT Id FROM Account WHERE Sage_Customer_No__c = '01-NEWCUST'`
  );
  await world.client.update('Account', {
    Id: String(account?.['Id']),
    Sage_Comment__c: `Written in case ${number}`
  });
}

/** Stamps of before and behind the last look, as wrong clocks and the end of daylight saving time write them. */
async function wrongClocks(work: SyncWork): Promise<void> {
  const { world, violated, number } = work;
  await runSync(work, { pair: 'Account-customer', mode: 'changes' });
  const customers = customersOf(work);
  for (const [place, minutes] of [10, -10, -60, -110, 24 * 60].entries()) {
    const { key = '' } = customers[place] ?? {};
    const Comment = `Clock ${minutes} of ${number}`;
    await world.sageControl.set('AR_Customer', key, { Comment, ...stampOf(minutes) });
  }
  const [first] = await runSync(work, { pair: 'Account-customer', mode: 'changes' });
  if ((first?.counts.updated ?? 0) < 5) violated(`a look found ${first?.counts.updated ?? 0} of 5 changes`);
  const [again] = await runSync(work, { pair: 'Account-customer', mode: 'changes' });
  if ((again?.counts.updated ?? 0) > 0) violated(`a second look wrote ${again?.counts.updated ?? 0} again`);
}

function customersOf({ world, number }: SyncWork): readonly { readonly key: string }[] {
  return readSageFile(world.sage.ready.databaseFile, (rows) =>
    rows(
      `SELECT ARDivisionNo || '-' || CustomerNo AS key FROM AR_Customer
       WHERE CustomerNo NOT LIKE 'C%' ORDER BY 1 LIMIT 5 OFFSET ${5 + (number % 20)}`
    )
  ).map(({ key }) => ({ key: String(key) }));
}

/** As Visual Integrator with stamps switched off: the nightly reconciliation finds it. */
async function changeUnstamped(work: SyncWork): Promise<void> {
  const { world, violated, number } = work;
  const comment = `Unstamped ${number}`;
  const changed = changeSage(
    world,
    `UPDATE AR_Customer SET Comment = ? WHERE CustomerNo LIKE '%A%'`,
    comment
  );
  changeSage(world, `UPDATE AP_Vendor SET Comment = ? WHERE VendorNo < '0000004'`, comment);
  await runSync(work, { pair: 'all', mode: 'reconcile' });
  const found = await world.client.query(
    `SELECT Id FROM Account WHERE Sage_Comment__c = '${comment}' AND Sage_Customer_No__c != null`
  );
  if (found.length !== changed) violated(`${found.length} of ${changed} changes without a stamp were found`);
}

async function vanishAndReturn(work: SyncWork): Promise<void> {
  const { world, violated, number } = work;
  const VendorNo = `V${number}`.padEnd(7, '0');
  const make = () =>
    copyInSage(world, { table: 'AP_Vendor', where: `VendorNo = '0000001'`, copies: [{ VendorNo }] });
  make();
  // A deletion is known of what a look at everything has seen.
  await runSync(work, { pair: 'Sage_Vendor__c-vendor', mode: 'reconcile' });
  const id = await vendorId(work, VendorNo);
  changeSage(world, 'DELETE FROM AP_Vendor WHERE VendorNo = ?', VendorNo);
  await runSync(work, { pair: 'Sage_Vendor__c-vendor', mode: 'reconcile' });
  if ((await isMarked(work, VendorNo)) !== true) violated(`${VendorNo} has gone and is not marked`);
  make();
  await runSync(work, { pair: 'Sage_Vendor__c-vendor', mode: 'reconcile' });
  if ((await isMarked(work, VendorNo)) !== false) violated(`${VendorNo} is back and still marked`);
  if ((await vendorId(work, VendorNo)) !== id) violated(`${VendorNo} is another record than before`);
}

async function vendorId({ world }: SyncWork, vendorNo: string): Promise<unknown> {
  const [row] = await world.client.query(
    `SELECT Id FROM Sage_Vendor__c WHERE Sage_Key__c = '01-${vendorNo}'`
  );
  return row?.['Id'];
}

async function isMarked({ world }: SyncWork, vendorNo: string): Promise<unknown> {
  const [row] = await world.client.query(
    `SELECT Missing_In_Sage__c FROM Sage_Vendor__c WHERE Sage_Key__c = '01-${vendorNo}'`
  );
  return row?.['Missing_In_Sage__c'];
}

/** As when a table was replaced by half of it: nothing is marked or deleted, and people are told. */
async function vanishMany(work: SyncWork): Promise<void> {
  const { world, violated } = work;
  await runSync(work, { pair: 'Sage_Vendor__c-vendor', mode: 'reconcile' });
  const before = await countMarked(work);
  const count = Number(readSage(world, 'SELECT COUNT(*) FROM AP_Vendor'));
  changeSage(world, 'CREATE TABLE IF NOT EXISTS kept_vendors AS SELECT * FROM AP_Vendor WHERE 0');
  const gone = `rowid IN (SELECT rowid FROM AP_Vendor ORDER BY VendorNo LIMIT ${Math.ceil(count * MANY_VANISH)})`;
  changeSage(world, `INSERT INTO kept_vendors SELECT * FROM AP_Vendor WHERE ${gone}`);
  changeSage(world, `DELETE FROM AP_Vendor WHERE ${gone}`);
  const [run] = await runSync(work, { pair: 'Sage_Vendor__c-vendor', mode: 'reconcile' });
  const after = await countMarked(work);
  changeSage(world, 'INSERT INTO AP_Vendor SELECT * FROM kept_vendors');
  changeSage(world, 'DROP TABLE kept_vendors');
  if (run?.state !== 'failed' || run.reason?.startsWith('LB784') !== true)
    violated(`the guard did not stop the run: ${JSON.stringify(run)}`);
  if (after !== before) violated(`${after - before} records were marked`);
}

async function countMarked({ world }: SyncWork): Promise<number> {
  return (await world.client.query('SELECT Id FROM Sage_Vendor__c WHERE Missing_In_Sage__c = true')).length;
}

/** All contacts of an import have one moment; the last is stamped an hour before it, and written after it was looked at. */
async function oneStamp(work: SyncWork): Promise<void> {
  const { world, violated, number } = work;
  await runSync(work, { pair: 'Contact-contact', mode: 'changes' });
  const stamp = stampOf(0);
  const contact = (index: number) => ({
    ContactCode: `S${number}-${index}`,
    ContactName: `Contact ${index} of ${number}`,
    EmailAddress: `contact-${index}-of-${number}@example.com`
  });
  const copies = Array.from({ length: ROWS }, (_, index) => ({ ...contact(index), ...stamp }));
  copyInSage(world, { table: 'AR_CustomerContact', where: ABF, copies });
  const [first] = await runSync(work, { pair: 'Contact-contact', mode: 'changes' });
  if (first?.counts.created !== ROWS) violated(`${first?.counts.created ?? 0} of ${ROWS} were made`);
  copyInSage(world, {
    ...{ table: 'AR_CustomerContact', where: ABF },
    copies: [{ ...contact(ROWS), ...stampOf(-60) }]
  });
  const [second] = await runSync(work, { pair: 'Contact-contact', mode: 'changes' });
  if (second?.counts.created !== 1) violated(`the late one was not made: ${JSON.stringify(second?.counts)}`);
}
