import { createServer } from 'node:http';

// The lower bound of the local org: an HTTP server in a process of its own that reads each request's JSON and sends the
// same bytes back each time, with no router, no access and no records.

const record = { id: '001LB00000000001AAA', success: true, errors: [] };
const answer = JSON.stringify(record);

const server = createServer((request, response) => {
  const chunks: Buffer[] = [];
  request.on('data', (chunk: Buffer) => chunks.push(chunk));
  request.on('end', () => {
    const body = Buffer.concat(chunks).toString('utf8');
    if (body !== '') JSON.parse(body);
    response
      .writeHead(201, { 'content-type': 'application/json', 'content-length': answer.length })
      .end(answer);
  });
});
server.listen(0, '127.0.0.1', () => {
  const address = server.address();
  const port = typeof address === 'object' && address !== null ? address.port : 0;
  process.send?.({ type: 'ready', url: `http://127.0.0.1:${port}` });
});
process.once('SIGTERM', () => process.exit(0));
process.once('disconnect', () => process.exit(0));
