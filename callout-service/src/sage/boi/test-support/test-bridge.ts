import { appendFileSync } from 'node:fs';
import { createInterface } from 'node:readline';
import type {
  BatchFault,
  BoiValue,
  CallArgument,
  CallStep,
  FromBridge,
  Step,
  StepResult,
  ToBridge
} from '../protocol.ts';

/**
 * A bridge without Sage behind it, for tests of what the service makes of any bridge. Its arguments are names of ways
 * to misbehave at the start, `--journal=<file>` for one line a step, and `--on=<member>:<what>` for a member that does
 * something else than return 1; an operation can order the same with the member `nWill`.
 *
 * What a member can do: `return:<number>:<message>`, `fault:<code>:<message>`, `hang`, `freeze` (hang, and no
 * heartbeats), `die`, `garbage`, `wrong-id`, `slow:<ms>`; `end` is what it does instead of ending when it is
 * told to.
 */
const args = process.argv.slice(2);
const journal = args.find((arg) => arg.startsWith('--journal='))?.slice('--journal='.length);
const orders = new Map<string, string>();
for (const arg of args.filter((candidate) => candidate.startsWith('--on='))) {
  const [, member = '', what = ''] = /^--on=([^:]+):(.*)$/.exec(arg) ?? [];
  orders.set(member, what);
}

class Fault extends Error {
  readonly code: string;
  constructor(code: string, message: string) {
    super(message);
    this.code = code;
  }
}

const objects = new Map<string, Map<string, BoiValue>>();
let busy: { id: number; step: number } | null = null;
let heart: NodeJS.Timeout | undefined;
let idOffset = 0;

const never = new Promise<never>(() => undefined);
const say = (message: FromBridge): boolean => process.stdout.write(`${JSON.stringify(message)}\n`);
const note = (entry: object): void => {
  if (journal !== undefined) appendFileSync(journal, `${JSON.stringify({ pid: process.pid, ...entry })}\n`);
};

type Behaviour = (rest: string, object: Map<string, BoiValue>) => number | Promise<number>;

const behaviours: Readonly<Record<string, Behaviour>> = {
  return: (rest, object) => {
    const [value = '', message = ''] = cut(rest);
    object.set('sLastErrorMsg', message);
    return Number(value);
  },
  fault: (rest) => {
    const [code = '', message = ''] = cut(rest);
    throw new Fault(code, message);
  },
  hang: () => never,
  freeze: () => {
    clearInterval(heart);
    return never;
  },
  die: () => {
    process.stderr.write('the test bridge dies\n');
    process.exit(3);
  },
  garbage: () => {
    process.stdout.write('What is this?\n');
    return never;
  },
  'wrong-id': () => {
    idOffset = 7;
    return 1;
  },
  slow: async (rest) => {
    await new Promise((resolve) => setTimeout(resolve, Number(rest)));
    return 1;
  }
};

function obey(what: string, object: Map<string, BoiValue>): number | Promise<number> {
  const [verb = '', rest = ''] = cut(what);
  const behave = behaviours[verb];
  if (behave === undefined) throw new Error(`no such order: ${what}`);
  return behave(rest, object);
}

/** A text before and after its first colon. */
function cut(text: string): string[] {
  const at = text.indexOf(':');
  return at < 0 ? [text] : [text.slice(0, at), text.slice(at + 1)];
}

function plainText(argument: CallArgument | undefined): string {
  return typeof argument === 'object' ? '' : String(argument);
}

function outValues(step: CallStep, object: Map<string, BoiValue>): BoiValue[] {
  const [column] = step.args ?? [];
  return (step.args ?? []).flatMap((argument) => {
    if (typeof argument !== 'object' || argument === null || !('out' in argument)) return [];
    if (step.member.startsWith('nGetNext')) return ['0000001'];
    return [object.get(plainText(column)) ?? (argument.out === 'string' ? '' : 0)];
  });
}

async function returnValue(step: CallStep, object: Map<string, BoiValue>): Promise<number> {
  const [first, second] = step.args ?? [];
  if (step.member === 'nWill') {
    orders.set(plainText(first), plainText(second));
    return 1;
  }
  if (step.member === 'nSetValue' && typeof second !== 'object') object.set(plainText(first), second ?? null);
  const order = orders.get(step.member);
  return order === undefined ? 1 : obey(order, object);
}

async function call(step: CallStep): Promise<StepResult> {
  const object = known(step.on);
  const value = await returnValue(step, object);
  if (step.as !== undefined) {
    objects.set(step.as, new Map());
    return {};
  }
  const out = outValues(step, object);
  const message = step.expect?.quiet.includes(value) === false ? object.get(step.expect.message) : undefined;
  return {
    value,
    ...(out.length > 0 ? { out } : {}),
    ...(message === undefined ? {} : { message: String(message) })
  };
}

function known(handle: string): Map<string, BoiValue> {
  const object = objects.get(handle);
  if (object === undefined) throw new Error(`no such handle: ${handle}`);
  return object;
}

async function perform(step: Step): Promise<StepResult> {
  note(step);
  switch (step.op) {
    case 'create': {
      objects.set(step.as, new Map());
      return {};
    }
    case 'call': {
      return call(step);
    }
    case 'get': {
      const object = known(step.on);
      if (step.as === undefined) return { value: property(step.member, object) };
      objects.set(step.as, new Map());
      return {};
    }
    case 'release': {
      objects.delete(step.handle);
      return {};
    }
  }
}

/** What a test wants to know of this process, as properties of any object. */
function property(member: string, object: Map<string, BoiValue>): BoiValue {
  if (member === 'sArguments') return process.argv.join(' ');
  if (member === 'sEnvironment') return JSON.stringify(process.env);
  return object.get(member) ?? null;
}

async function runBatch(id: number, steps: readonly Step[]): Promise<void> {
  const results: StepResult[] = [];
  for (const [index, step] of steps.entries()) {
    busy = { id, step: index };
    try {
      results.push(await perform(step));
    } catch (error) {
      say({ type: 'fault', id, results, fault: faultOf(error, index) });
      return;
    }
    if (stopsAt(step, results.at(-1))) {
      say({ type: 'done', id: id + idOffset, results, stopped: true });
      return;
    }
  }
  say({ type: 'done', id: id + idOffset, results, stopped: false });
}

function stopsAt(step: Step, result: StepResult | undefined): boolean {
  return step.op === 'call' && step.expect !== undefined && !step.expect.goOn.includes(Number(result?.value));
}

function faultOf(error: unknown, step: number): BatchFault['fault'] {
  const message = error instanceof Error ? error.message : String(error);
  return error instanceof Fault
    ? { step, kind: 'com', code: error.code, message }
    : { step, kind: 'request', code: '', message };
}

function begin(): void {
  note({ op: 'start' });
  if (args.includes('--die-at-start')) process.exit(3);
  if (args.includes('--garbage-at-start')) process.stdout.write('Windows PowerShell\n');
  if (args.includes('--never-ready')) return;
  const protocol = args.includes('--other-version') ? 2 : 1;
  say({ type: 'ready', protocol, bridge: 'test 1.0', pid: process.pid, bits: 64 });
  heart = setInterval(() => say({ type: 'heartbeat', busy }), 100);
}

async function main(): Promise<void> {
  begin();
  for await (const line of createInterface({ input: process.stdin })) {
    const message = JSON.parse(line) as ToBridge;
    if (message.type === 'end') break;
    await runBatch(message.id, message.steps);
    busy = null;
  }
  if (orders.get('end') === 'hang') await never;
  note({ op: 'end' });
  process.exit(0);
}

// The service may die while a call hangs: then this process must not stay.
if (orders.get('end') !== 'hang') process.stdin.once('end', () => process.exit(0));
await main();
