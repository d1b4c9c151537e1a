/** HRESULTs as COM gives them for late-bound calls. */
export const HRESULT = {
  unknownName: '0x80020006',
  memberNotFound: '0x80020003',
  badParameterCount: '0x8002000E',
  exception: '0x80020009',
  classNotRegistered: '0x80040154',
  invalidCast: '0x80004002',
  disconnected: '0x80010108'
} as const;

/** A call that fails in COM or in ProvideX: it has no return value, and reaches the caller as an exception. */
export class ComFault extends Error {
  override readonly name = 'ComFault';
  readonly code: string;

  constructor(code: string, message: string) {
    super(message);
    this.code = code;
  }
}

/** An error of the ProvideX language inside a call, as `Error 90`. */
export function providexError(number: number, text: string): ComFault {
  return new ComFault(HRESULT.exception, `Error ${number}: ${text}`);
}
