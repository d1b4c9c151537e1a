import { OrderWorld, type WorldOptions } from '../../orders/world/order-world.ts';
import { pairNames, type PairName } from '../../../../callout-service/src/sync/pairs/pair-names.ts';

export interface SyncWorldOptions extends WorldOptions {
  readonly pairs?: readonly PairName[];
  /** How often Sage is looked at by itself; never unless given. */
  readonly lookEverySeconds?: number;
}

const BOTH_WAYS: readonly PairName[] = [
  'Account-customer',
  'Account-ship-to',
  'Contact-contact',
  'Product2-item'
];

/**
 * A Sage company, an org and the service as an admin leaves them who has switched every object on; the service is not started
 * yet, and nothing runs by a schedule.
 */
export async function startSyncWorld(options: SyncWorldOptions): Promise<OrderWorld> {
  const { pairs = pairNames, lookEverySeconds, ...rest } = options;
  const world = await OrderWorld.start(rest);
  try {
    // A company of some size is more than an org of developers holds (2 KB a record).
    await world.client.control('PATCH', '/settings', { dataStorageMb: 100_000 });
    await seedConfiguration(world, pairs, lookEverySeconds ?? null);
    return world;
  } catch (error) {
    await world.close();
    throw error;
  }
}

async function seedConfiguration(
  { client }: OrderWorld,
  pairs: readonly PairName[],
  lookEverySeconds: number | null
): Promise<void> {
  const [configId] = await client.create('Integration_Config__c', [
    {
      ...{ Name: 'ABC', Company_Code__c: 'ABC', Active__c: true, Order_Trigger__c: 'None' },
      ...{ Customer_Match_Keys__c: 'Name', Create_Customers__c: true, New_Customer_Division__c: '01' },
      ...{ Price_Source__c: 'Sage', Credit_Reaction__c: 'Warn', Default_Warehouse__c: '000' },
      Business_Country__c: 'US'
    }
  ]);
  await client.create(
    'Sync_Object__c',
    pairs.map((pair) => ({
      Integration_Config__c: configId,
      Object_Pair__c: pair,
      Sync_Key__c: `ABC:${pair}`,
      Active__c: true,
      Check_Every_Seconds__c: lookEverySeconds,
      Direction__c: BOTH_WAYS.includes(pair) ? 'Both' : 'To Salesforce',
      Master__c: 'Sage',
      Max_Vanished_Percent__c: 20,
      When_Vanished__c: 'Mark',
      Create_In_Salesforce__c: true,
      Create_In_Sage__c: BOTH_WAYS.includes(pair)
    }))
  );
}
