import { untilIdle } from '../verdict/at-rest.ts';
import { STUCK_MS } from '../verdict/sync-verdict.ts';
import { listDeadLetters, type DeadLetter } from '../../orders/world/dead-letters.ts';
import { until } from '../../orders/world/until.ts';
import { textOf } from '../world/text-of.ts';
import { runSync, type SyncCase, type SyncWork } from './sync-case.ts';

const PATIENCE_MS = 60_000;

/** Texts that are hard to bring through unharmed. */
export const contentCases: readonly SyncCase[] = [
  { name: 'hard texts come from Salesforce', plays: [24], play: fromSalesforce },
  { name: 'hard texts come from Sage', plays: [24], play: fromSage }
];

/** A comment has 30 characters in both systems. */
const COMMENTS: readonly string[] = [
  `O'Brien "quoted" & <b>x</b>`,
  'Größe: naïve façade, Łódź',
  '00012300 01-000123',
  'Smile 😀 and 👩‍👩‍👧 family',
  `'; DROP TABLE AR_Customer; --`,
  'x'.repeat(30),
  '  spaces around  ',
  '=HYPERLINK("http://x")',
  'back\\slash %s {0} ${x}',
  'null'
];

/** Each is on both sides as it was written, or refused by name and nowhere but where it was written. */
async function fromSalesforce(work: SyncWork): Promise<void> {
  const { world, violated, number } = work;
  const accounts = await accountsOf(work);
  for (const [place, comment] of COMMENTS.entries())
    await world.client.update('Account', { Id: accounts[place]?.id ?? '', Sage_Comment__c: comment });
  const contact = { AccountId: accounts[0]?.id ?? '' };
  const [longName] = await world.client.create('Contact', [
    {
      ...contact,
      FirstName: 'Zoë',
      LastName: `O'Neil-${'n'.repeat(60)}`,
      Email: `long.${number}@example.com`
    }
  ]);
  const names = [`D'Ångelo`, '000123', 'Müller & Söhne', 'n'.repeat(41)];
  await world.client.create(
    'Contact',
    names.map((LastName, index) => ({ ...contact, LastName, Email: `hard.${number}.${index}@example.com` }))
  );
  const open = async () => {
    const letters = await listDeadLetters(world);
    const left: string[] = [];
    for (const [place, comment] of COMMENTS.entries())
      left.push(...(await unsettled(work, accounts[place], comment, letters)));
    if (!letters.some(({ key }) => key?.includes(longName ?? '')))
      left.push('a name that is too long is not refused by name');
    return left;
  };
  let left: readonly string[] = [];
  await until(async () => (left = await open()).length === 0, PATIENCE_MS, 1_000);
  for (const each of left) violated(each);
  // People correct what was refused, and what they change is tried anew by itself.
  for (const [place, comment] of COMMENTS.entries())
    if (await isRefused(work, accounts[place]))
      await world.client.update('Account', {
        Id: accounts[place]?.id ?? '',
        Sage_Comment__c: comment.replaceAll(/[^ -~]/g, '').slice(0, 30)
      });
  await world.client.update('Contact', { Id: longName ?? '', LastName: 'Neil', Title: 'Buyer' });
}

interface Account {
  readonly id: string;
  readonly customerNo: string;
}

async function accountsOf({ world }: SyncWork): Promise<readonly Account[]> {
  const rows = await world.client.query(
    `SELECT Id, Sage_Customer_No__c FROM Account WHERE Sage_Customer_No__c LIKE '01-%' ORDER BY Sage_Customer_No__c LIMIT ${COMMENTS.length}`
  );
  return rows.map((row) => ({ id: String(row['Id']), customerNo: String(row['Sage_Customer_No__c']) }));
}

async function isRefused({ world }: SyncWork, account: Account | undefined): Promise<boolean> {
  return (await listDeadLetters(world)).some(({ key }) => key?.includes(account?.id ?? '') === true);
}

async function unsettled(
  { world }: SyncWork,
  account: Account | undefined,
  written: string,
  letters: readonly DeadLetter[]
): Promise<readonly string[]> {
  const { id = '', customerNo = '' } = account ?? {};
  const letter = letters.find(({ key }) => key?.includes(id));
  if (letter !== undefined) {
    const isNamed = letter.code?.startsWith('LB') === true && letter.message !== null;
    return isNamed ? [] : [`${customerNo}: refused without a word, ${JSON.stringify(letter)}`];
  }
  const [row] = await world.client.query(`SELECT Sage_Comment__c FROM Account WHERE Id = '${id}'`);
  const { Comment = '' } = await world.sageControl.show('AR_Customer', customerNo);
  const isSame =
    Comment.trim() === written.trim() && textOf(row?.['Sage_Comment__c']).trim() === written.trim();
  return isSame ? [] : [`${customerNo}: '${written}' is '${Comment}' in Sage and nobody is told`];
}

/** What stands in Sage stands in Salesforce. */
async function fromSage(work: SyncWork): Promise<void> {
  const { world, violated } = work;
  const accounts = await accountsOf(work);
  const short = COMMENTS.map((comment) => [...comment].slice(0, 30).join(''));
  for (const [place, Comment] of short.entries())
    await world.sageControl.set('AR_Customer', accounts[place]?.customerNo ?? '', { Comment });
  await runSync(work, { pair: 'Account-customer', mode: 'changes' });
  await untilIdle(world, STUCK_MS);
  for (const [place, comment] of short.entries()) {
    const { id = '', customerNo = '' } = accounts[place] ?? {};
    const [row] = await world.client.query(`SELECT Sage_Comment__c FROM Account WHERE Id = '${id}'`);
    const shown = textOf(row?.['Sage_Comment__c']);
    if (shown.trim() !== comment.trim())
      violated(`${customerNo}: '${comment}' of Sage is '${shown}' in Salesforce`);
  }
}
