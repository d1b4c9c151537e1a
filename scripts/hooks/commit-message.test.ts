import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { projectRoot } from '../setup/paths.mjs';

describe('commit-msg hook', () => {
  let directory: string;

  beforeEach(() => {
    directory = mkdtempSync(join(tmpdir(), 'message-'));
  });
  afterEach(() => {
    rmSync(directory, { recursive: true });
  });

  function exitCodeFor(message: string): number | null {
    const file = join(directory, 'COMMIT_EDITMSG');
    writeFileSync(file, message);
    return spawnSync('sh', [join(projectRoot, '.husky/commit-msg'), file]).status;
  }

  it.each(['add: aging chart', 'fix: cents', 'build: pins\n\nbody', 'Merge branch x', 'Revert "add: y"'])(
    'when the message is %j, then it is accepted',
    (message) => {
      expect(exitCodeFor(message)).toBe(0);
    }
  );

  it.each(['aging chart', 'add aging chart', 'feat: aging chart', 'add:aging', ''])(
    'when the message is %j, then it is refused',
    (message) => {
      expect(exitCodeFor(message)).toBe(1);
    }
  );
});
