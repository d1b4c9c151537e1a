import type { Command } from 'commander';
import type { SageControl } from '../control-client.ts';
import { Refusal } from '../refusal.ts';
import { boiControlSchema } from './state/boi-control.ts';
import type { BoiControlRequest } from './state/boi-control.ts';

type Run = (task: (control: SageControl) => Promise<string>) => Promise<void>;

/** Adds `boi …` to the command line: what the Business Object Interface is to do wrong next. */
export function addBoiCommands(program: Command, run: Run): void {
  const boi = program.command('boi').description('tells the Business Object Interface what to do wrong next');
  const add = (name: string, description: string, order: (...words: string[]) => unknown) => {
    boi
      .command(name)
      .description(description)
      .action((...given: unknown[]) =>
        run(async (control) => {
          const words = given.filter((word) => typeof word === 'string');
          await control.boi(checked(order(...words)));
          return describeBoi(control);
        })
      );
  };
  add('hang [call]', 'never return from the n-th member call from now', (call = '1') => ({
    do: 'hang',
    call: Number(call)
  }));
  add(
    'die <when> [milliseconds]',
    'die before-write, after-write, or late: the write lands that much later',
    (when, ms = '500') => ({
      do: 'die',
      when,
      milliseconds: Number(ms)
    })
  );
  add('refuse <text>', 'write nothing the next time, and give 0 with that text', (text) => ({
    do: 'answer',
    code: 0,
    text
  }));
  add('warn <text>', 'give -1 with that text for the next write', (text) => ({
    do: 'answer',
    code: -1,
    text
  }));
  add('slow <milliseconds>', 'take longer for every member call', (ms) => ({
    do: 'slow',
    milliseconds: Number(ms)
  }));
  add('seats <count>', 'let that many sessions log on at once', (value) => ({
    do: 'set',
    name: 'seats',
    value
  }));
  add('lock <table> <key>', 'let another user have the record A/B/C open', (table, key) => ({
    do: 'lock',
    table,
    key
  }));
  add('unlock <table> <key>', 'let the record go', (table, key) => ({ do: 'unlock', table, key }));
  add('set <name> <value>', 'change how it is set up', (name, value) => ({ do: 'set', name, value }));
  add('reset', 'end all faults and give every setting its default', () => ({ do: 'reset' }));
  boi
    .command('status')
    .description('tell what is armed, in use, and set')
    .action(() => run(describeBoi));
}

function checked(order: unknown): BoiControlRequest {
  const parsed = boiControlSchema.safeParse(order);
  if (parsed.success) return parsed.data;
  throw new Refusal(
    parsed.error.issues.map((issue) => `${issue.path.join('.')}: ${issue.message}`).join('\n')
  );
}

async function describeBoi(control: SageControl): Promise<string> {
  const { faults, locks, seatsTaken, settings } = await control.boiStatus();
  const set = Object.entries(settings).map(([name, value]) => `${name}=${value}`);
  return [
    `armed: ${faults.join(' ') || 'nothing'}`,
    `in use: ${locks.join(', ') || 'nothing'}`,
    `sessions: ${seatsTaken}`,
    set.join(', ')
  ].join('\n');
}
