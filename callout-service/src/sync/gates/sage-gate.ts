import type { Alarm } from '../../alerts/alert-notice.ts';
import type { ErrorCode } from '../../errors/catalogue.ts';
import { LedgerBridgeError } from '../../errors/ledger-bridge-error.ts';
import type { SageReader } from '../../sage/port/sage-reader.ts';
import type { SageWriter } from '../../sage/port/sage-writer.ts';
import type { Clock } from '../../telemetry/clock.ts';
import type { Logger } from '../../telemetry/logger.ts';
import { createCircuit, type Circuit, type CircuitParts } from './circuit.ts';
import { pausable } from './pausable.ts';
import { createTroubleTeller } from './trouble-teller.ts';

export interface SageGateParts {
  readonly reader: Pick<SageReader, 'probe'>;
  /** Undefined where the service reads only. */
  readonly writer: Pick<SageWriter, 'probe' | 'state'> | undefined;
  readonly alarm: Alarm;
  readonly clock: Clock;
  readonly logger: Logger;
  readonly random?: () => number;
  readonly pauses?: NonNullable<CircuitParts['pauses']>;
}

/** The two ways to Sage. A lane that writes needs both, since it looks up before it writes. */
export interface SageGates {
  readonly reading: Circuit;
  readonly writing: Circuit;
}

const NOT_THERE: ReadonlySet<ErrorCode> = new Set(['LB301', 'LB304', 'LB305']);
/** One slow query is no outage; neither is a table that somebody holds for a moment. */
const PERHAPS_NOT_THERE: ReadonlySet<ErrorCode> = new Set(['LB302', 'LB306', 'LB307']);
const NOT_WRITABLE: ReadonlySet<ErrorCode> = new Set(['LB513', 'LB514', 'LB515', 'LB516']);

/** Makes the gates before lanes that read Sage or write to it. */
export function createSageGate(parts: SageGateParts): SageGates {
  return { reading: readingGate(parts), writing: writingGate(parts) };
}

function readingGate({ reader, ...parts }: SageGateParts): Circuit {
  return createCircuit({
    ...parts,
    name: 'sage-reading',
    atOnce: NOT_THERE,
    afterSome: PERHAPS_NOT_THERE,
    probe: () => reader.probe(),
    teller: createTroubleTeller({ ...parts, topic: 'sage-unreachable' })
  });
}

/** While an operator pauses writing the gate is closed as well, and nobody is told: it is meant. */
function writingGate({ writer, ...parts }: SageGateParts): Circuit {
  const circuit = createCircuit({
    ...parts,
    name: 'sage-writing',
    atOnce: NOT_WRITABLE,
    afterSome: new Set(),
    probe: () => (writer === undefined ? Promise.reject(readsOnly()) : writer.probe()),
    teller: createTroubleTeller({ ...parts, topic: 'sage-writing-failed' })
  });
  return pausable(circuit, () => writer?.state().pausedSince ?? undefined);
}

function readsOnly(): LedgerBridgeError {
  return new LedgerBridgeError('LB520', { detail: 'Writing to Sage is not set up.' });
}
