import { setTimeout as delay } from 'node:timers/promises';
import type { OrderWorld } from '../world/order-world.ts';
import { bridgesOf } from './bridge-processes.ts';

/** Something is ended by force while orders are on their way, and is there again afterwards. */
export type Kill = (world: OrderWorld, random: () => number) => Promise<void>;

const STARTING_MS = 2_500;

/** Kills, by their names, with how often each is chosen. */
export const kills: Readonly<Record<string, { readonly share: number; readonly strike: Kill }>> = {
  service: { share: 30, strike: killService },
  'service while it starts': { share: 8, strike: killStartingService },
  'service, by SIGTERM': { share: 6, strike: stopService },
  bridge: { share: 22, strike: killBridge },
  'bridge before its commit': { share: 5, strike: (world) => bridgeDies(world, 'before-write') },
  'bridge after its commit': { share: 8, strike: (world) => bridgeDies(world, 'after-write') },
  'bridge, its write landing late': { share: 5, strike: (world) => bridgeDies(world, 'late') },
  'service and bridge': { share: 6, strike: killBoth },
  org: { share: 12, strike: restartOrg },
  'store connections': { share: 8, strike: cutStore },
  'store server': { share: 6, strike: killStore }
};

/** Kills that make sense with what the world has. */
export function killsFor(world: OrderWorld): readonly string[] {
  return Object.keys(kills).filter((name) => world.postgres !== undefined || !name.startsWith('store'));
}

function serviceOf({ services }: OrderWorld, random: () => number) {
  const service = services[Math.floor(random() * services.length)];
  if (service === undefined) throw new Error('The world has no service');
  return service;
}

async function killService(world: OrderWorld, random: () => number): Promise<void> {
  const service = serviceOf(world, random);
  await delay(random() * 500);
  await service.kill();
  await delay(random() * 300);
  await service.start();
}

async function killStartingService(world: OrderWorld, random: () => number): Promise<void> {
  const service = serviceOf(world, random);
  await service.kill();
  const starting = service.start().catch(() => undefined);
  await delay(random() * STARTING_MS);
  await service.kill();
  await starting;
  await service.start();
}

async function stopService(world: OrderWorld, random: () => number): Promise<void> {
  const service = serviceOf(world, random);
  await delay(random() * 500);
  await service.stop();
  await service.start();
}

async function killBridge(world: OrderWorld, random: () => number): Promise<void> {
  const service = serviceOf(world, random);
  await delay(random() * 500);
  for (const pid of bridgesOf(service.pid)) killIfThere(pid);
}

async function killBoth(world: OrderWorld, random: () => number): Promise<void> {
  const service = serviceOf(world, random);
  const bridges = bridgesOf(service.pid);
  await delay(random() * 500);
  for (const pid of bridges) killIfThere(pid);
  await service.kill();
  await service.start();
}

async function bridgeDies(world: OrderWorld, when: 'before-write' | 'after-write' | 'late'): Promise<void> {
  await world.sageControl.boi({ do: 'die', when, milliseconds: 300 });
}

/** Its records are kept as Salesforce keeps them; sessions, connections and streams are not. */
async function restartOrg({ org }: OrderWorld, random: () => number): Promise<void> {
  await delay(random() * 500);
  await org.stop();
  await delay(random() * 500);
  await org.start();
}

async function cutStore({ postgres }: OrderWorld, random: () => number): Promise<void> {
  await delay(random() * 500);
  await postgres?.execute(
    "SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE pid <> pg_backend_pid() AND backend_type = 'client backend'"
  );
}

async function killStore({ postgres }: OrderWorld, random: () => number): Promise<void> {
  await delay(random() * 500);
  await postgres?.kill();
  await delay(random() * 1_000);
  await postgres?.start();
}

function killIfThere(pid: number): void {
  try {
    process.kill(pid, 'SIGKILL');
  } catch {
    // It has ended already.
  }
}
