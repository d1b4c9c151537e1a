import type { OrderWorld } from '../../../../test/faults/orders/world/order-world.ts';
import { patientSettings } from '../../../../test/faults/sync/world/patient-settings.ts';
import { startSyncWorld } from '../../../../test/faults/sync/world/sync-world.ts';
import type { ScenarioResult } from '../../scenario.ts';
import type { SyncBenchmarkSettings } from '../settings.ts';
import { addCustomers } from './add-customers.ts';
import { compareWithBare, engineLoad } from './measure-first-load.ts';
import { INTERVAL_SECONDS, measureVisible } from './measure-visible.ts';

type Part = Pick<ScenarioResult, 'measurements' | 'budgets' | 'tables'>;

/**
 * In a company of so many customers: their first load, then how soon a change is seen, then the bare load beside them,
 * for which the service is stopped, since it would look at each of its records.
 */
export async function measureCustomers(
  { customers, changes, parts }: SyncBenchmarkSettings,
  say: (line: string) => void
): Promise<Part> {
  const world = await startSyncWorld({
    engine: 'sqlite',
    instances: 1,
    pairs: ['Account-customer'],
    settings: patientSettings
  });
  try {
    addCustomers(world, customers);
    await world.startServices();
    say(`first load of ${customers} customers`);
    const engine = await engineLoad(world);
    say(`${engine.records} customers in ${engine.seconds.toFixed(1)} s`);
    const measurements = parts.includes('visible') ? [await visible(world, changes, say)] : [];
    if (!parts.includes('load')) return { measurements, budgets: [] };
    await world.stopServices();
    say('the same rows by a bare bulk load');
    const { table, budget } = await compareWithBare(world, engine);
    return { measurements, budgets: [budget], tables: [table] };
  } finally {
    await world.close();
  }
}

async function visible(world: OrderWorld, changes: number, say: (line: string) => void) {
  await world.stopServices();
  await lookEveryInterval(world);
  await world.startServices();
  return measureVisible(world, changes, say);
}

/** As an admin sets it; the service reads it when it starts. */
async function lookEveryInterval({ client }: OrderWorld): Promise<void> {
  for (const { Id } of await client.query('SELECT Id FROM Sync_Object__c'))
    await client.update('Sync_Object__c', { Id: String(Id), Check_Every_Seconds__c: INTERVAL_SECONDS });
}
