import { once } from 'node:events';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { closeServer, listen } from './listen.ts';
import { previewApp } from './preview-app.ts';

let org: Server;
let preview: Server;
let url: string;

/** Opens sessions, and leaves every other request without an answer. */
function hangingOrg(request: IncomingMessage, response: ServerResponse): void {
  if (request.url !== '/sessions') {
    org.emit('asked', response);
    return;
  }
  response.end(JSON.stringify({ accessToken: 'session', userId: '005000000000001AAA' }));
}

beforeEach(async () => {
  org = createServer(hangingOrg);
  const orgUrl = await listen(org, 0);
  preview = createServer(previewApp({ orgUrl, orgControlUrl: orgUrl }));
  url = await listen(preview, 0);
});
afterEach(async () => {
  await closeServer(preview);
  await closeServer(org);
});

it('when the page no longer waits for an answer, then the org is told so', async () => {
  const page = new AbortController();
  const asked = once(org, 'asked');
  const request = fetch(`${url}/services/data/v66.0/limits`, { signal: page.signal });
  const [waiting] = (await asked) as [ServerResponse];
  page.abort();
  await expect(request).rejects.toThrow();
  await once(waiting, 'close');
  expect(waiting.writableEnded).toBe(false);
});
