import { LedgerBridgeError } from '../../errors/ledger-bridge-error.ts';
import type { BoiOptions } from './options.ts';
import type { PlannedStep } from './planned-step.ts';
import type { CallArgument, StepResult } from './protocol.ts';
import { expectDone } from './return-codes.ts';
import { codeOfLoginRefusal } from './sage-messages.ts';

/** Handles of the two objects that live as long as a session. */
export const SCRIPT = 'script';
export const SESSION = 'session';

const SESSION_CLASS = 'SY_Session';

/**
 * The steps that open a session: ProvideX.Script, Init with Sage's home directory, SY_Session, user, company. They are
 * one batch, the only one that carries the password.
 */
export function loginSteps({ homeDirectory, login, companyCode }: BoiOptions): readonly PlannedStep[] {
  const logIn =
    login.type === 'unified-logon'
      ? sessionCall('nLogon', [])
      : sessionCall('nSetUser', [login.user, login.password]);
  return [
    plain({ op: 'create', progId: 'ProvideX.Script', as: SCRIPT }, 'ProvideX.Script', 'create'),
    plain({ op: 'call', on: SCRIPT, member: 'Init', args: [homeDirectory] }, 'ProvideX.Script', 'Init'),
    plain(
      { op: 'call', on: SCRIPT, member: 'NewObject', args: [SESSION_CLASS], as: SESSION },
      SESSION_CLASS,
      'NewObject'
    ),
    logIn,
    sessionCall('nSetCompany', [companyCode])
  ];
}

/** A call of the session, which must return 1 unless its value means something else. */
export function sessionCall(
  member: string,
  args: readonly CallArgument[],
  {
    returnsValue = false,
    take = () => undefined
  }: { readonly returnsValue?: boolean; readonly take?: (result: StepResult) => void } = {}
): PlannedStep {
  return {
    step: { op: 'call', on: SESSION, member, args, ...(returnsValue ? {} : { expect: expectDone }) },
    place: { object: SESSION_CLASS, member },
    commits: false,
    faultAs: 'LB514',
    loginRefusal: (message) => loginRefusal(member, message),
    take
  };
}

function plain(step: PlannedStep['step'], object: string, member: string): PlannedStep {
  return { step, place: { object, member }, commits: false, faultAs: 'LB514', take: () => undefined };
}

/** Sage's words about a login name no record, so they go to the log. */
function loginRefusal(member: string, message: string): LedgerBridgeError {
  return new LedgerBridgeError(codeOfLoginRefusal(message), {
    detail: `Sage refused ${member} of the session for the Business Object Interface.`,
    cause: new Error(message === '' ? 'Sage gave no reason' : message)
  });
}
