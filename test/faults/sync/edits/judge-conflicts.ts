import { listDeadLetters } from '../../orders/world/dead-letters.ts';
import type { OrderWorld } from '../../orders/world/order-world.ts';
import { expectedOf, inWords, type Edit } from './edit.ts';

/** How the story of a record says which rule decided. */
const STORIES = {
  'sage-wins': 'both had changed, and Sage wins',
  'salesforce-wins': 'both had changed, and Salesforce wins',
  newest: 'both had changed, and the newer one wins'
} as const;

/** Conflicts that are neither in the sync log with the rule that decided, nor, where the rule is to ask, with a person. */
export async function judgeConflicts(world: OrderWorld, edits: readonly Edit[]): Promise<readonly string[]> {
  const stories = await storiesOf(world);
  const asked = await askedOf(world);
  return edits.flatMap((edit) => {
    const { decidedBy } = expectedOf(edit);
    if (decidedBy === undefined) return [];
    const { key, place, field } = edit;
    const id = `${place.pair} ${key}`;
    if (decidedBy === 'ask') return asked.has(id) ? [] : [`${inWords(edit)}: no person was asked`];
    const told = stories.get(id) ?? [];
    const isTold = told.some((story) => sentenceOf(story, field.id)?.includes(STORIES[decidedBy]) === true);
    return isTold ? [] : [`${inWords(edit)}: the sync log does not say that ${STORIES[decidedBy]}`];
  });
}

/** Edits that wait for a person's choice, and the dead letters that ask for it. */
export async function waitingForPeople(
  world: OrderWorld,
  edits: readonly Edit[]
): Promise<readonly { readonly edit: Edit; readonly jobId: number }[]> {
  const asked = await askedOf(world);
  return edits.flatMap((edit) => {
    const jobId = asked.get(`${edit.place.pair} ${edit.key}`);
    return expectedOf(edit).decidedBy === 'ask' && jobId !== undefined ? [{ edit, jobId }] : [];
  });
}

function sentenceOf(story: string, fieldMap: string): string | undefined {
  return story.split('\n').find((sentence) => sentence.includes(`${fieldMap}: `));
}

/** Stories by pair and key in Sage. */
async function storiesOf({ client }: OrderWorld): Promise<ReadonlyMap<string, readonly string[]>> {
  const lines = await client.query(
    'SELECT Object_Pair__c, Sage_Key__c, Story__c FROM Sync_Log__c WHERE Sage_Key__c != null'
  );
  const groups = Map.groupBy(
    lines,
    (line) => `${String(line['Object_Pair__c'])} ${String(line['Sage_Key__c'])}`
  );
  return new Map([...groups].map(([id, some]) => [id, some.map((line) => String(line['Story__c']))]));
}

/** Dead letters of conflicts (LB780), by pair and key in Sage. */
async function askedOf(world: OrderWorld): Promise<ReadonlyMap<string, number>> {
  const letters = (await listDeadLetters(world)).filter(({ code }) => code === 'LB780');
  const accounts = await world.client.query(
    'SELECT Id, Sage_Customer_No__c FROM Account WHERE Sage_Customer_No__c != null'
  );
  const keys = new Map(accounts.map((row) => [String(row['Id']), String(row['Sage_Customer_No__c'])]));
  return new Map(
    letters.map(({ key, jobId }) => {
      const [pair = '', record = ''] = (key ?? '').split(':');
      return [`${pair} ${keys.get(record) ?? record}`, jobId];
    })
  );
}
