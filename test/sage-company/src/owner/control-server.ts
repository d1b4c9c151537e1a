import { createServer } from 'node:http';
import type { IncomingMessage, Server, ServerResponse } from 'node:http';
import { z } from 'zod';
import type { BoiState } from '../boi/state/boi-state.ts';
import type { FaultSwitch } from '../faults/fault-switch.ts';
import { Refusal } from '../refusal.ts';
import type { CompanyRecords } from './company-records.ts';
import { boiControlSchema, modeRequestSchema, setRequestSchema } from './control-protocol.ts';
import type { CompanyStatus } from './control-protocol.ts';

const LONGEST_BODY = 64 * 1024;

const jsonSchema = z.string().transform((text, context): unknown => {
  try {
    return JSON.parse(text);
  } catch {
    context.addIssue({ code: 'custom', message: 'not JSON' });
    return z.NEVER;
  }
});

export interface Controlled {
  readonly records: CompanyRecords;
  readonly faults: FaultSwitch;
  readonly boi: BoiState;
  status(): CompanyStatus;
}

/** Serves the controls on a free port of the loopback address and gives the server and its URL back. */
export async function startControlServer(controlled: Controlled): Promise<{ server: Server; url: string }> {
  const server = createServer((request, response) => {
    answer(controlled, request).then(
      (body) => reply(response, 200, body),
      (fault: unknown) => replyFault(response, fault)
    );
  });
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(0, '127.0.0.1', resolve);
  });
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('the control server has no port');
  return { server, url: `http://127.0.0.1:${address.port}` };
}

async function answer(controlled: Controlled, request: IncomingMessage): Promise<unknown> {
  const url = new URL(request.url ?? '/', 'http://127.0.0.1');
  switch (`${request.method} ${url.pathname}`) {
    case 'GET /status':
      return controlled.status();
    case 'POST /mode':
      controlled.faults.set(await readBody(request, modeRequestSchema));
      return controlled.status();
    case 'GET /records':
      return controlled.records.show(url.searchParams.get('table') ?? '', url.searchParams.get('key') ?? '');
    case 'POST /records': {
      const { table, key, values } = await readBody(request, setRequestSchema);
      controlled.records.set(table, key, values);
      return controlled.records.show(table, key);
    }
    case 'GET /boi':
      return controlled.boi.status();
    case 'POST /boi':
      controlled.boi.control(await readBody(request, boiControlSchema));
      return controlled.boi.status();
    default:
      throw new Refusal(`there is no control ${request.method} ${url.pathname}`);
  }
}

async function readBody<T>(request: IncomingMessage, schema: z.ZodType<T>): Promise<T> {
  // A web page in a browser on this machine cannot send this type without asking first, and is never answered.
  if (request.headers['content-type'] !== 'application/json') throw new Refusal('send application/json');
  let text = '';
  for await (const chunk of request.setEncoding('utf8')) {
    text += String(chunk);
    if (text.length > LONGEST_BODY) throw new Refusal(`send at most ${LONGEST_BODY} characters`);
  }
  const body = jsonSchema.pipe(schema).safeParse(text);
  if (!body.success) throw new Refusal(`what was sent is not understood:\n${z.prettifyError(body.error)}`);
  return body.data;
}

function replyFault(response: ServerResponse, fault: unknown): void {
  const message = fault instanceof Error ? fault.message : String(fault);
  if (!(fault instanceof Refusal))
    process.stderr.write(`${fault instanceof Error ? fault.stack : message}\n`);
  reply(response, 400, { refusal: message });
}

function reply(response: ServerResponse, status: number, body: unknown): void {
  response.writeHead(status, { 'content-type': 'application/json', connection: 'close' });
  response.end(JSON.stringify(body));
}
