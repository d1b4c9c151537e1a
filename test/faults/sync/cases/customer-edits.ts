import { z } from 'zod';
import type { OrderWorld } from '../../orders/world/order-world.ts';
import { readSageFile } from '../../orders/world/sage-file.ts';

/** What was changed on which side, and what both sides must show afterwards by the mapping's rule. */
export interface CustomerEdit {
  readonly customerNo: string;
  readonly side: 'sage' | 'salesforce' | 'both';
  /** Field of Account; column of AR_Customer. */
  readonly field: string;
  readonly column: string;
  readonly expected: string;
}

const CUSTOMERS = 6;
const SIDES = ['sage', 'salesforce', 'both'] as const;

/**
 * Changes the comments of six customers at random, on one side or on both, where the packaged mapping lets the newest change
 * win, which is Salesforce's here, since it comes last; and in Sage the credit limits, which every comparison looks at.
 */
export async function editCustomers(
  world: OrderWorld,
  random: () => number
): Promise<readonly CustomerEdit[]> {
  const keys = readSageFile(world.sage.ready.databaseFile, (rows) =>
    rows(`SELECT ARDivisionNo || '-' || CustomerNo AS key FROM AR_Customer ORDER BY 1`)
  ).map(({ key }) => String(key));
  const chosen = new Set<string>();
  while (chosen.size < CUSTOMERS) chosen.add(keys[Math.floor(random() * keys.length)] ?? '');
  const edits: CustomerEdit[] = [];
  for (const customerNo of chosen)
    edits.push(await edit(world, customerNo, SIDES[edits.length % SIDES.length] ?? 'sage', random));
  return edits;
}

async function edit(
  world: OrderWorld,
  customerNo: string,
  side: CustomerEdit['side'],
  random: () => number
): Promise<CustomerEdit> {
  const word = () => `Edited ${Math.floor(random() * 1e9).toString(36)}`;
  const [inSage, inSalesforce] = [word(), word()];
  const limit = (random() * 90_000).toFixed(2);
  if (side !== 'salesforce') await editInSage(world, customerNo, { Comment: inSage, CreditLimit: limit });
  if (side !== 'sage') await editInSalesforce(world, customerNo, inSalesforce);
  const expected = side === 'sage' ? inSage : inSalesforce;
  return { customerNo, side, field: 'Sage_Comment__c', column: 'Comment', expected };
}

/** As a person at Sage's own desk, with a stamp of now. */
async function editInSage(
  { sageControl }: OrderWorld,
  customerNo: string,
  values: Readonly<Record<string, string>>
): Promise<void> {
  await sageControl.set('AR_Customer', customerNo, values);
}

async function editInSalesforce({ client }: OrderWorld, customerNo: string, comment: string): Promise<void> {
  const [account] = await client.query(
    `SELECT Id FROM Account WHERE Sage_Customer_No__c = '${customerNo}' LIMIT 1`
  );
  if (account === undefined) throw new Error(`No account has the customer number ${customerNo}`);
  await client.update('Account', { Id: String(account['Id']), Sage_Comment__c: comment });
}

/** What is not as the rule says, in words. */
export async function judgeCustomers(
  world: OrderWorld,
  edits: readonly CustomerEdit[]
): Promise<readonly string[]> {
  const wrong: string[] = [];
  for (const { customerNo, side, field, column, expected } of edits) {
    const sage = (await world.sageControl.show('AR_Customer', customerNo))[column] ?? '';
    const [account] = await world.client.query(
      `SELECT ${field} FROM Account WHERE Sage_Customer_No__c = '${customerNo}'`
    );
    const salesforce = z.string().nullish().parse(account?.[field]) ?? '';
    if (sage.trim() !== expected || salesforce !== expected)
      wrong.push(
        `${customerNo}, edited in ${side}: Sage has '${sage}', Salesforce '${salesforce}', not '${expected}'`
      );
  }
  return wrong;
}
