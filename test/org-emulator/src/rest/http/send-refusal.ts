import type { Response } from 'express';
import type { FaultPoint } from '../../control/fault-plan.ts';

/** What is answered in place of the work. */
export interface Refusal {
  readonly status: number;
  readonly errorCode: string;
  readonly message: string;
  readonly retryAfterSeconds?: number | undefined;
}

/** Sends a refusal as the interface words it: a list of errors, an OAuth error, or a SOAP fault. */
export function sendRefusal(response: Response, point: FaultPoint, refusal: Refusal): void {
  const { status, errorCode, message } = refusal;
  response.status(status);
  if (point === 'login') response.json({ error: errorCode, error_description: message });
  else if (point === 'soap') response.type('text/xml').send(soapFault(errorCode, message));
  else response.json([{ message, errorCode }]);
}

function soapFault(code: string, message: string): string {
  return `<?xml version="1.0" encoding="UTF-8"?><soapenv:Envelope xmlns:soapenv="http://schemas.xmlsoap.org/soap/envelope/" xmlns:sf="http://soap.sforce.com/2006/04/metadata"><soapenv:Body><soapenv:Fault><faultcode>sf:${escaped(code)}</faultcode><faultstring>${escaped(code)}: ${escaped(message)}</faultstring></soapenv:Fault></soapenv:Body></soapenv:Envelope>`;
}

function escaped(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
}
