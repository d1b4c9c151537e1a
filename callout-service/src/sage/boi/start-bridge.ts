import { spawn, type ChildProcessWithoutNullStreams } from 'node:child_process';
import { LedgerBridgeError } from '../../errors/ledger-bridge-error.ts';
import type { BridgeEnd } from './observer.ts';
import type { BoiOptions } from './options.ts';
import { BRIDGE_PROTOCOL_VERSION } from './protocol.ts';

/**
 * What programs need to run at all, on Windows and elsewhere. Everything else stays out of the bridge's environment: the
 * service's own holds secrets, which any administrator could read there.
 */
const PASSED_ON = [
  ...['ALLUSERSPROFILE', 'APPDATA', 'COMPUTERNAME', 'ComSpec', 'LOCALAPPDATA', 'NUMBER_OF_PROCESSORS', 'OS'],
  ...['Path', 'PATH', 'PATHEXT', 'PROCESSOR_ARCHITECTURE', 'ProgramData', 'PSModulePath', 'PUBLIC'],
  ...['ProgramFiles', 'ProgramFiles(x86)', 'ProgramW6432'],
  ...['CommonProgramFiles', 'CommonProgramFiles(x86)', 'CommonProgramW6432'],
  ...['SystemDrive', 'SystemRoot', 'TEMP', 'TMP', 'USERDOMAIN', 'USERNAME', 'USERPROFILE', 'windir'],
  ...['HOME', 'LANG', 'LC_ALL', 'TMPDIR', 'TZ']
];

/**
 * Starts the bridge without a shell, so that nothing in its arguments is taken for a command. Throws LB513 when that
 * cannot even be tried; a program that is not there makes the process end at once.
 */
export function startBridge({
  command,
  arguments: args,
  environment
}: BoiOptions): ChildProcessWithoutNullStreams {
  try {
    return spawn(command, args, {
      env: { ...passedOn(), ...environment },
      stdio: 'pipe',
      shell: false,
      windowsHide: true
    });
  } catch (cause) {
    throw new LedgerBridgeError('LB513', { detail: 'The bridge to Sage could not be started.', cause });
  }
}

function passedOn(): Record<string, string> {
  const variables = PASSED_ON.flatMap((name) => {
    const value = process.env[name];
    return value === undefined ? [] : [[name, value] as const];
  });
  return Object.fromEntries(variables);
}

/** The error for a bridge that ended before it was ready. */
export function startError(end: BridgeEnd): LedgerBridgeError {
  if (end === 'unfit') {
    const detail = `The bridge to Sage does not speak version ${BRIDGE_PROTOCOL_VERSION} of the protocol.`;
    return new LedgerBridgeError('LB524', { detail });
  }
  return new LedgerBridgeError('LB513', { detail: `The bridge to Sage ${START_FAILURES[end]}.` });
}

const START_FAILURES: Record<Exclude<BridgeEnd, 'unfit'>, string> = {
  closed: 'was closed before it was ready',
  crashed: 'could not be started, or ended before it was ready',
  silent: 'was not ready in time',
  overdue: 'was not ready in time',
  broken: 'wrote something that is no message'
};
