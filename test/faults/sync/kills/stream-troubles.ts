import { troubles, type Trouble } from '../../orders/strikes/troubles.ts';
import { orderFault } from '../world/org-faults.ts';

const ACCOUNTS = '/data/AccountChangeEvent';

/** Troubles that no process dies of, with those of the streams of change events in place of those of platform events. */
export const streamTroubles: Readonly<Record<string, Trouble>> = {
  ...Object.fromEntries(Object.entries(troubles).filter(([name]) => !name.startsWith('stream'))),
  'stream: cut': onStream(`Deliver ${ACCOUNTS}`, { kind: 'cut', when: 'before-commit' }, 2),
  'stream: duplicates': onStream(`Deliver ${ACCOUNTS}`, { kind: 'duplicate-events' }, 5),
  'stream: reordered': onStream(`Deliver ${ACCOUNTS}`, { kind: 'reordered-events' }, 5),
  'stream: silent': onStream(`Deliver ${ACCOUNTS}`, { kind: 'silence', milliseconds: 3_000 }, 1),
  'stream: gap events': onStream(`Capture ${ACCOUNTS}`, { kind: 'gap-events', overflow: false }, 3),
  'stream: overflow': onStream(`Capture ${ACCOUNTS}`, { kind: 'gap-events', overflow: true }, 1),
  'stream: corrupted replay id': lostPlace('corrupted'),
  'stream: expired replay id': lostPlace('expired')
};

function onStream(match: string, effect: object, times: number): Trouble {
  return async (world) => {
    await orderFault(world, { point: 'stream', match, times, effect });
  };
}

/** The place in the stream is known no more when the stream is opened again. */
function lostPlace(problem: 'corrupted' | 'expired'): Trouble {
  return async (world, random) => {
    await onStream(`Subscribe ${ACCOUNTS}`, { kind: 'replay-id', problem }, 1)(world, random);
    await onStream(`Deliver ${ACCOUNTS}`, { kind: 'cut', when: 'before-commit' }, 1)(world, random);
  };
}
