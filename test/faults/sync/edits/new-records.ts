import type { PairName } from '../../../../callout-service/src/sync/pairs/pair-names.ts';
import type { OrderWorld } from '../../orders/world/order-world.ts';
import { readSageFile } from '../../orders/world/sage-file.ts';
import { editedPlaces } from './places.ts';
import { quoted } from './random-edits.ts';
import { copyRecord, keysOf } from './sage-desk.ts';

/** A record that one side made, and the other one must get. */
export interface NewRecord {
  readonly words: string;
  /** Whether both sides have it, linked with each other. */
  isThere(world: OrderWorld): Promise<boolean>;
}

/** One record of each kind that people make in Sage, and a contact that is made in Salesforce. */
export async function makeNewRecords(
  world: OrderWorld,
  { pairs, random }: { readonly pairs: readonly PairName[]; readonly random: () => number }
): Promise<readonly NewRecord[]> {
  const word = () => Math.floor(36 ** 6 + random() * 36 ** 6).toString(36);
  const made = makeInSage(world, pairs, word);
  return pairs.includes('Contact-contact') ? [...made, await makeInSalesforce(world, word())] : made;
}

function makeInSage(world: OrderWorld, pairs: readonly PairName[], word: () => string): readonly NewRecord[] {
  return editedPlaces.flatMap((place) => {
    const { pair, object, keyField, newKey } = place;
    const [like] = keysOf(world, place);
    if (newKey === undefined || like === undefined || !pairs.includes(pair)) return [];
    const key = copyRecord(world, place, like, newKey(word()));
    const soql = `SELECT Id FROM ${object} WHERE ${keyField} = '${quoted(key)}'`;
    const isThere = async ({ client }: OrderWorld) => (await client.query(soql)).length === 1;
    return [{ words: `${pair} ${key}, new in Sage`, isThere }];
  });
}

async function makeInSalesforce({ client }: OrderWorld, word: string): Promise<NewRecord> {
  const [account] = await client.query("SELECT Id FROM Account WHERE Sage_Customer_No__c = '01-ABF' LIMIT 1");
  if (account === undefined) throw new Error('No account is the customer 01-ABF');
  const Email = `person.${word}@edited.example`;
  const [id = ''] = await client.create('Contact', [
    { LastName: `Person ${word}`, Email, AccountId: account['Id'] }
  ]);
  return {
    words: `Contact ${id} of 01-ABF, new in Salesforce`,
    isThere: async (world) => {
      const [row, ...others] = readSageFile(world.sage.ready.databaseFile, (rows) =>
        rows(
          `SELECT ARDivisionNo || '-' || CustomerNo || '/' || ContactCode AS key FROM AR_CustomerContact
            WHERE EmailAddress = '${Email}'`
        )
      );
      if (row === undefined || others.length > 0) return false;
      const [contact] = await world.client.query(
        `SELECT Sage_Contact_Key__c FROM Contact WHERE Id = '${id}'`
      );
      return contact?.['Sage_Contact_Key__c'] === row['key'];
    }
  };
}
