import type { BatchFault } from './protocol.ts';

type Fault = BatchFault['fault'];

// HRESULTs that say that a member was not called, since the object has none of that name or takes other arguments:
// DISP_E_MEMBERNOTFOUND, DISP_E_UNKNOWNNAME, DISP_E_BADPARAMCOUNT, DISP_E_TYPEMISMATCH.
const NOT_CALLED = new Set(['0x80020003', '0x80020006', '0x8002000E', '0x80020005'].map(lower));

// HRESULTs that say that the server of the object is gone or does not answer: RPC_S_SERVER_UNAVAILABLE,
// RPC_S_CALL_FAILED, RPC_E_DISCONNECTED, RPC_E_SERVERFAULT, RPC_E_SERVER_DIED, RPC_E_CALL_REJECTED,
// RPC_E_SERVERCALL_RETRYLATER, CO_E_SERVER_EXEC_FAILURE.
const SERVER_GONE = new Set(
  [
    '0x800706BA',
    '0x800706BE',
    '0x80010108',
    '0x80010105',
    '0x80010007',
    '0x80010001',
    '0x8001010A',
    '0x80080005'
  ].map(lower)
);

/** Whether the call of the fault's step certainly never reached the object. */
export function wasNotCalled({ kind, code }: Fault): boolean {
  return kind === 'request' || NOT_CALLED.has(lower(code));
}

/** Whether COM lost the server of the object, which is Sage's own process. */
export function isServerGone({ code }: Fault): boolean {
  return SERVER_GONE.has(lower(code));
}

/**
 * Whether NewObject failed as it does without rights, with the wrong module or no task set: ProvideX error 90 (public
 * programs on top of Business Object Interface agree on this).
 */
export function isRightsRefused({ kind, message }: Fault): boolean {
  return kind === 'com' && /\berror\s*#?\s*:?\s*90\b/i.test(message);
}

function lower(code: string): string {
  return code.toLowerCase();
}
