import { describe, expect, it } from 'vitest';
import { readOpenApi } from './openapi-document.ts';

const text = { content: { 'text/plain': { schema: { type: 'string' } } } };
const typed = {
  content: {
    'application/json': { schema: { $ref: '#/components/schemas/Answer' } }
  }
};

function documentOf(operation: object): string {
  return JSON.stringify({
    openapi: '3.0.3',
    paths: {
      '/v1/things': {
        post: { operationId: 'askThing', parameters: [], ...operation }
      }
    },
    components: {
      schemas: {
        Answer: { type: 'object', properties: { 'a-b': { type: 'number' } } }
      }
    }
  });
}

describe('readOpenApi', () => {
  it('when an operation has texts only, then a flow can call it', () => {
    const [operation] = readOpenApi(documentOf({ responses: { 200: text, '4XX': text } }));
    expect(operation).toMatchObject({
      operationId: 'askThing',
      notCallable: undefined
    });
  });

  it('when an answer and a body are objects, then they have types and a flow can call it', () => {
    const [operation] = readOpenApi(documentOf({ requestBody: typed, responses: { 200: typed, 204: {} } }));
    expect(operation?.notCallable).toBeUndefined();
    expect(operation?.body?.type).toMatchObject({
      kind: 'object',
      name: 'Answer'
    });
    expect(operation?.responseTypes.get('200')).toBe(operation?.body?.type);
    expect(operation?.responseCodes).toEqual(['200', '204']);
  });

  it.each([
    {
      what: 'is a choice of schemas',
      schema: { oneOf: [] },
      reason: /response 200 is put together with oneOf/
    },
    {
      what: 'has no properties',
      schema: { type: 'object' },
      reason: /response 200 is of type object/
    }
  ])('when its answer $what, then it is known, and says why no flow can call it', ({ schema, reason }) => {
    const responses = {
      200: { content: { 'application/json': { schema } } }
    };
    const [read] = readOpenApi(documentOf({ responses }));
    expect(read).toMatchObject({
      operationId: 'askThing',
      responseCodes: ['200']
    });
    expect(read?.notCallable).toMatch(reason);
  });
});
