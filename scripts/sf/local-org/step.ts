import type { RunningOrg } from '../../../test/org-emulator/src/index.ts';
import type { Sf } from './sf.ts';
import type { Workplace } from './workplace.ts';

/** What steps work with. */
export interface Setting {
  readonly sf: Sf;
  readonly org: RunningOrg;
  readonly workplace: Workplace;
}

/** One thing that sf is shown to do against the local org. */
export interface Step {
  /** The command, as a reader knows it. */
  readonly command: string;
  /** Runs the command and checks what came of it. Answers what it saw; rejects when that is not right. */
  readonly run: (setting: Setting) => Promise<string>;
}

/** Throws an Error that says what was seen, unless it is as it should be. */
export function check(isRight: boolean, seen: string): void {
  if (!isRight) throw new Error(`not as it should be: ${seen}`);
}
