import type { OrderWorld } from '../../orders/world/order-world.ts';
import { readSageFile } from '../../orders/world/sage-file.ts';
import { textOf } from '../world/text-of.ts';
import type { EditStream, Written } from './edit-stream.ts';

/** What of the edits is not on both sides as it must be, in words. */
export async function judgeStream(world: OrderWorld, stream: EditStream): Promise<readonly string[]> {
  return [...(await commentViolations(world, stream)), ...(await contactViolations(world, stream))];
}

async function commentViolations(world: OrderWorld, { written }: EditStream): Promise<readonly string[]> {
  const rows = await world.client.query(
    'SELECT Sage_Customer_No__c, Sage_Comment__c FROM Account WHERE Sage_Customer_No__c != null'
  );
  const shown = new Map(
    rows.map((row) => [String(row['Sage_Customer_No__c']), textOf(row['Sage_Comment__c'])])
  );
  const wrong: string[] = [];
  for (const [key, edits] of written) {
    const { Comment: inSage = '' } = await world.sageControl.show('AR_Customer', key);
    const inSalesforce = shown.get(key) ?? '';
    if (!isRight(edits, inSage) || inSage !== inSalesforce)
      wrong.push(
        `${key}: Sage has '${inSage}', Salesforce '${inSalesforce}'; last written were ${lastOf(edits).join(' and ')}`
      );
  }
  return wrong;
}

/** The last of the only side that wrote; the last of either side where both did, since clocks tell which was later. */
function isRight(edits: Written, value: string): boolean {
  return lastOf(edits).includes(value);
}

function lastOf({ sage, salesforce }: Written): readonly string[] {
  return [sage.at(-1), salesforce.at(-1)].filter((text) => text !== undefined);
}

/** Every new contact is on both sides, once. */
async function contactViolations(world: OrderWorld, { newContacts }: EditStream): Promise<readonly string[]> {
  const inSage = countsOf(
    readSageFile(world.sage.ready.databaseFile, (rows) =>
      rows(`SELECT EmailAddress FROM AR_CustomerContact WHERE EmailAddress LIKE 'killed-%'`)
    ).map(({ EmailAddress }) => String(EmailAddress))
  );
  const found = await world.client.query(
    `SELECT Email, Sage_Contact_Key__c FROM Contact WHERE Email LIKE 'killed-%'`
  );
  const inSalesforce = countsOf(found.map((row) => String(row['Email'])));
  const unlinked = found
    .filter((row) => row['Sage_Contact_Key__c'] === null)
    .map((row) => String(row['Email']));
  return [
    ...newContacts.flatMap(({ email, side }) => {
      const counts = [inSage.get(email) ?? 0, inSalesforce.get(email) ?? 0];
      return counts.join() === '1,1'
        ? []
        : [
            `${email}, made in ${side}: ${counts[0] ?? 0} times in Sage, ${counts[1] ?? 0} times in Salesforce`
          ];
    }),
    ...unlinked.map((email) => `${email} has no key in Salesforce`)
  ];
}

function countsOf(texts: readonly string[]): ReadonlyMap<string, number> {
  return new Map([...Map.groupBy(texts, (text) => text)].map(([text, some]) => [text, some.length]));
}
