import { describe, expect, it } from 'vitest';
import { readOpenApi } from './openapi-document.ts';

const text = { content: { 'text/plain': { schema: { type: 'string' } } } };
const typed = { content: { 'application/json': { schema: { $ref: '#/components/schemas/Answer' } } } };

function documentOf(operation: object): string {
  return JSON.stringify({
    openapi: '3.0.3',
    paths: { '/v1/things': { post: { operationId: 'askThing', parameters: [], ...operation } } },
    components: { schemas: { Answer: { type: 'object', properties: {} } } }
  });
}

describe('readOpenApi', () => {
  it('when an operation has texts only, then a flow can call it', () => {
    const [operation] = readOpenApi(documentOf({ responses: { 200: text, '4XX': text } }));
    expect(operation).toMatchObject({ operationId: 'askThing', notCallable: undefined });
  });

  it.each([
    { what: 'its answer is an object', operation: { responses: { 200: typed } }, reason: /response 200/ },
    {
      what: 'it takes a body',
      operation: { requestBody: typed, responses: { 200: text } },
      reason: /request body/
    }
  ])('when $what, then it is known, and says why no flow can call it', ({ operation, reason }) => {
    const [read] = readOpenApi(documentOf(operation));
    expect(read).toMatchObject({ operationId: 'askThing', responseCodes: ['200'] });
    expect(read?.notCallable).toMatch(reason);
  });
});
