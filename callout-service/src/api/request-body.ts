import express, { type RequestHandler } from 'express';
import { LedgerBridgeError } from '../errors/ledger-bridge-error.ts';

/** Refuses a body that its own header says is too large, before a byte of it is read. */
export function refuseLargeBody(limitBytes: number): RequestHandler {
  return (request, _response, next) => {
    const announced = Number(request.get('Content-Length') ?? 0);
    if (announced > limitBytes) throw tooLarge(limitBytes);
    next();
  };
}

/** Reads a body up to the limit: JSON into a value, anything else only to count its bytes. */
export function readBody(limitBytes: number): RequestHandler[] {
  return [express.json({ limit: limitBytes }), express.raw({ limit: limitBytes, type: () => true })];
}

/** What express's own parsers and router report, in our terms; undefined for what they did not raise. */
export function asRequestFault(thrown: unknown, limitBytes: number): LedgerBridgeError | undefined {
  if (!(thrown instanceof Error) || !('status' in thrown) || typeof thrown.status !== 'number')
    return undefined;
  if (thrown.status === 413) return tooLarge(limitBytes);
  if (thrown.status < 400 || thrown.status > 499) return undefined;
  const detail =
    thrown instanceof URIError
      ? 'The address holds a percent sign that does not begin a valid escape.'
      : 'The body of the request is not what its headers say it is.';
  return new LedgerBridgeError('LB104', { detail, cause: thrown });
}

function tooLarge(limitBytes: number): LedgerBridgeError {
  return new LedgerBridgeError('LB103', { detail: `The request body is over ${limitBytes} bytes.` });
}
