import { LedgerBridgeError } from '../../errors/ledger-bridge-error.ts';
import type { SageWriter, WriterState } from '../../sage/port/sage-writer.ts';
import { settledWithin } from '../settled-within.ts';

/** What an operator waits for the record under way; shorter than any request's deadline. The pause holds all the same. */
const PATIENCE_MS = 3_000;

/** Pauses and resumes writing, so that Sage can run a task that needs its files alone. Both reject with LB520 where writing is not set up. */
export interface WritingControl {
  /** Answers once Sage's files are free, or after seconds, then with the bridge still `busy`: asking again waits again. */
  pause(): Promise<WriterState>;
  resume(): Promise<WriterState>;
}

/** Makes the controls of writing for operators. */
export function createWritingControl(
  writer: Pick<SageWriter, 'pause' | 'resume' | 'state'> | undefined
): WritingControl {
  return {
    async pause() {
      const there = existing(writer);
      await settledWithin(there.pause(), PATIENCE_MS);
      return there.state();
    },
    // A writer that is missing rejects, as `pause` does, and does not throw.
    resume: () => Promise.resolve(writer).then(resumed)
  };
}

function resumed(writer: Pick<SageWriter, 'resume' | 'state'> | undefined): WriterState {
  const there = existing(writer);
  there.resume();
  return there.state();
}

function existing<W>(writer: W | undefined): W {
  if (writer !== undefined) return writer;
  throw new LedgerBridgeError('LB520', {
    detail: 'This service only reads: SAGE_BOI_HOME_DIRECTORY is not set.'
  });
}
