import { z } from 'zod';
import { runCommand, tail } from '../../setup/commands.mjs';
import type { Workplace } from './workplace.ts';

/** What a command of sf has written, and how it ended. */
export interface SfRun {
  readonly exitCode: number;
  readonly stdout: string;
  readonly output: string;
}

/** How a command is run beside its words. */
export interface SfOptions {
  readonly env?: Readonly<Record<string, string>>;
  /** The exit code that is right; 0 unless given. */
  readonly exitCode?: number;
}

/** The unmodified sf, at home in a directory of its own. */
export interface Sf {
  /** Runs a command, written with blanks. Rejects with what it wrote when it does not end with the right exit code. */
  readonly run: (command: string, options?: SfOptions) => Promise<SfRun>;
  /** The same with `--json`; answers the `result`, or the whole answer of a command that fails as it should. */
  readonly json: <T>(command: string, schema: z.ZodType<T>, options?: SfOptions) => Promise<T>;
}

/** How long a command may take: many times what any of them needs. */
const COMMAND_MS = 180_000;

const answerSchema = z.looseObject({ status: z.number(), result: z.unknown() });

/** Runs sf's program in the workplace's project. Words of a command are parted by blanks, quoted where one has blanks. */
export function sfAt(cli: { readonly node: string; readonly entry: string }, workplace: Workplace): Sf {
  const run: Sf['run'] = async (command, { env = {}, exitCode = 0 } = {}) => {
    const result = await runCommand(cli.node, [cli.entry, ...words(command)], {
      cwd: workplace.project,
      env: { ...workplace.env, ...env },
      stop: AbortSignal.timeout(COMMAND_MS)
    });
    if (result.exitCode === exitCode) return result;
    throw new Error(`sf ${command} ended with ${String(result.exitCode)}:\n${tail(result.output)}`);
  };
  return {
    run,
    json: async (command, schema, options) => {
      const { stdout } = await run(`${command} --json`, options);
      const answer = answerSchema.parse(JSON.parse(stdout));
      return schema.parse(answer.result ?? answer);
    }
  };
}

function words(command: string): string[] {
  return [...command.matchAll(/"(?<quoted>[^"]*)"|(?<plain>\S+)/g)].map(
    ({ groups }) => groups?.['quoted'] ?? groups?.['plain'] ?? ''
  );
}
