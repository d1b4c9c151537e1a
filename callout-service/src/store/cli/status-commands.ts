import type { Command } from 'commander';
import { say, withStore } from './with-store.ts';

/** `status` and `check`. */
export function addStatusCommands(program: Command): void {
  program
    .command('status')
    .description('tell what the store is, and how many jobs stand where')
    .action(() => withStore(showStatus));
  program
    .command('check')
    .description(
      "run the database's own check and every rule of docs/job-states.md; ends with 1 when something is wrong"
    )
    .action(() => withStore(showFindings));
}

async function showStatus(store: Parameters<Parameters<typeof withStore>[0]>[0]): Promise<void> {
  const { engine, databaseVersion, schemaVersion, sizeMegabytes } = await store.condition();
  say(`${engine} ${databaseVersion}, version ${schemaVersion}, ${sizeMegabytes.toFixed(1)} MiB`);
  const lanes = await store.jobs.statistics();
  if (lanes.length === 0) say('No unfinished jobs.');
  for (const { lane, due, later, waiting, active, dead, oldestDueAt } of lanes) {
    const since = oldestDueAt === undefined ? '' : `, the oldest due since ${oldestDueAt}`;
    say(`${lane}: ${due} due, ${active} active, ${later} later, ${waiting} waiting, ${dead} dead${since}`);
  }
}

async function showFindings(store: Parameters<Parameters<typeof withStore>[0]>[0]): Promise<void> {
  const findings = await store.upkeep.check();
  for (const { what, subject } of findings) say(`${subject}: ${what}`);
  say(findings.length === 0 ? 'The store is sound.' : `${findings.length} finding(s).`);
  if (findings.length > 0) process.exitCode = 1;
}
