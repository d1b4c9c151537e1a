import { describe, expect, it } from 'vitest';
import { registrations } from '../registrations.ts';
import { findBreakingChanges } from './breaking-changes.ts';
import { objectOf, type JsonObject } from './json.ts';
import { lintDocument, lintRules } from './lint-document.ts';

const context = { registrationName: 'SageCalloutReader', namespace: 'ledgerbridge123' };
const ref = { $ref: '#/components/schemas/Answer' };
const problem = { $ref: '#/components/schemas/Problem' };
const json = (schema: object) => ({ description: 'x', content: { 'application/json': { schema } } });

/** A document that keeps every rule, with the given parts laid over it. */
function documentWith(parts: {
  operation?: object;
  answer?: object;
  schemas?: object;
  method?: string;
  path?: string;
  document?: object;
}): JsonObject {
  const operation = {
    operationId: 'checkCredit',
    parameters: [{ name: 'customerNo', in: 'query', required: true, schema: { type: 'string' } }],
    responses: { '200': json(ref), '4XX': json(problem), '5XX': json(problem) },
    ...parts.operation
  };
  return {
    openapi: '3.0.3',
    info: { title: 'x', version: '1.0.0' },
    paths: { [parts.path ?? '/v1/credit']: { [parts.method ?? 'get']: operation } },
    components: {
      schemas: {
        Answer: { type: 'object', properties: { creditLeft: { type: 'string' } }, ...parts.answer },
        Problem: { type: 'object', properties: { code: { type: 'string' } } },
        ...parts.schemas
      }
    },
    ...parts.document
  };
}

const property = (name: string, schema: object) => ({ answer: { properties: { [name]: schema } } });
const responses = (changed: object) => ({
  operation: { responses: { '200': json(ref), '4XX': json(problem), '5XX': json(problem), ...changed } }
});
const deep = (levels: number): object =>
  levels === 0 ? { type: 'string' } : { type: 'object', properties: { inner: deep(levels - 1) } };

const breaches: [rule: string, what: string, document: JsonObject][] = [
  ['openapi-3.0', 'it is OpenAPI 3.1', documentWith({ document: { openapi: '3.1.0' } })],
  ['size', 'it is too large', documentWith({ document: { 'x-filler': 'x'.repeat(1_000_000) } })],
  ['paths-begin-with-slash', 'a path has no slash', documentWith({ path: 'v1/credit' })],
  [
    'description-length',
    'a description is too long',
    documentWith({ operation: { description: 'x'.repeat(1_334) } })
  ],
  ['no-unsupported-parts', 'it has callbacks', documentWith({ operation: { callbacks: {} } })],
  ['no-unsupported-parts', 'it has webhooks', documentWith({ document: { webhooks: {} } })],
  [
    'no-unsupported-parts',
    'a server has variables',
    documentWith({ document: { servers: [{ url: '/', variables: {} }] } })
  ],
  [
    'no-unsupported-parts',
    'a response has headers',
    documentWith(responses({ '200': { ...json(ref), headers: {} } }))
  ],
  [
    'no-unsupported-parts',
    'a response has links',
    documentWith(responses({ '200': { ...json(ref), links: {} } }))
  ],
  ['operation-id', 'an id is missing', documentWith({ operation: { operationId: undefined } })],
  ['operation-id', 'an id has a dash', documentWith({ operation: { operationId: 'check-credit' } })],
  ['name-length', 'an Apex name is too long', documentWith({ operation: { operationId: 'a'.repeat(40) } })],
  ['method', 'the method is HEAD', documentWith({ method: 'head' })],
  ['method', 'GET has a body', documentWith({ operation: { requestBody: json(ref) } })],
  [
    'media-type',
    'an answer is XML',
    documentWith(responses({ '200': { content: { 'text/xml': { schema: { type: 'string' } } } } }))
  ],
  [
    'media-type',
    'a body is text',
    documentWith({
      method: 'post',
      operation: { requestBody: { content: { 'text/plain': { schema: { type: 'string' } } } } }
    })
  ],
  [
    'named-object-schemas',
    'an answer is anonymous',
    documentWith(responses({ '200': json({ type: 'object' }) }))
  ],
  [
    'named-object-schemas',
    'an answer is a list',
    documentWith({ answer: { type: 'array', items: { type: 'string' } } })
  ],
  [
    'named-object-schemas',
    'a text is no string',
    documentWith(responses({ '200': { content: { 'text/plain': { schema: ref } } } }))
  ],
  ['responses', 'there are two successes', documentWith(responses({ '201': json(ref) }))],
  [
    'responses',
    'no 4XX is declared',
    documentWith({ operation: { responses: { '200': json(ref), '5XX': json(problem) } } })
  ],
  ['one-error-schema', 'errors differ', documentWith(responses({ '5XX': json(ref) }))],
  [
    'parameters',
    'a parameter is a cookie',
    documentWith({
      operation: { parameters: [{ name: 'a', in: 'cookie', required: true, schema: { type: 'string' } }] }
    })
  ],
  [
    'parameters',
    'a parameter is a list',
    documentWith({
      operation: { parameters: [{ name: 'a', in: 'query', required: true, schema: { type: 'array' } }] }
    })
  ],
  [
    'parameters',
    'a parameter does not say whether it is required',
    documentWith({ operation: { parameters: [{ name: 'a', in: 'query', schema: { type: 'string' } }] } })
  ],
  [
    'parameters',
    'a parameter stands in two places',
    documentWith({
      operation: {
        parameters: ['query', 'header'].map((place) => ({
          name: 'a',
          in: place,
          required: true,
          schema: { type: 'string' }
        }))
      }
    })
  ],
  ...[
    'oneOf',
    'anyOf',
    'allOf',
    'not',
    'discriminator',
    'additionalProperties',
    'patternProperties',
    'nullable'
  ].map((word): [string, string, JsonObject] => [
    'no-composition',
    word,
    documentWith({ answer: { [word]: true } })
  ]),
  ['local-references', 'a reference leads elsewhere', documentWith(property('a', { $ref: 'other.json#/A' }))],
  [
    'no-arrays-of-arrays',
    'there is a list of lists',
    documentWith(property('a', { type: 'array', items: { type: 'array', items: { type: 'string' } } }))
  ],
  ['depth', 'objects are nested too deep', documentWith(property('a', deep(5)))],
  ['no-recursion', 'a schema contains itself', documentWith(property('parent', ref))],
  [
    'no-recursion',
    'two schemas contain each other',
    documentWith({
      ...property('a', problem),
      schemas: { Problem: { type: 'object', properties: { b: ref } } }
    })
  ],
  ['property-names', 'a name has an underscore', documentWith(property('credit_left', { type: 'string' }))],
  ['property-names', 'a name is reserved in Apex', documentWith(property('limit', { type: 'string' }))],
  ['property-names', 'a name is connection', documentWith(property('connection', { type: 'string' }))],
  ['property-names', 'a name is too long', documentWith(property('a'.repeat(41), { type: 'string' }))],
  [
    'property-names',
    'two names differ in case alone',
    documentWith({ answer: { properties: { left: { type: 'string' }, Left: { type: 'string' } } } })
  ],
  ['types', 'a number has no format', documentWith(property('a', { type: 'number' }))],
  ['types', 'a type is missing', documentWith(property('a', {}))],
  [
    'types',
    'a string has an unknown format',
    documentWith(property('a', { type: 'string', format: 'uuid' }))
  ],
  ['enum-on-strings', 'a number is an enum', documentWith(property('a', { type: 'integer', enum: [1, 2] }))]
];

describe('the linter for External Services', () => {
  it('when a document keeps every rule, then it finds nothing', () => {
    expect(lintDocument(documentWith({}), context)).toEqual([]);
  });

  it.each(breaches)('when rule %s is broken since %s, then it says so', (rule, _what, document) => {
    const found = lintRules.find(({ name }) => name === rule)?.check(document, context);
    expect(found).not.toEqual([]);
    expect(lintDocument(document, context).some((fault) => fault.startsWith(`${rule}: `))).toBe(true);
  });

  it('when all rules are counted, then each has an example that breaks it', () => {
    const broken = new Set(breaches.map(([rule]) => rule));
    expect(lintRules.map(({ name }) => name).filter((name) => !broken.has(name))).toEqual([]);
  });

  it('when two ids differ in case alone, then it says so', () => {
    const one = objectOf(documentWith({}).paths)['/v1/credit'];
    const other = objectOf(documentWith({ operation: { operationId: 'checkcredit' } }).paths)['/v1/credit'];
    const document = documentWith({ document: { paths: { '/a': one, '/b': other } } });
    expect(lintDocument(document, context)).toEqual([
      'operation-id: checkcredit is used twice, letter case aside'
    ]);
  });

  it("when the registration's name is too long, then it says so", () => {
    const faults = lintDocument(documentWith({}), { ...context, registrationName: 'SageCalloutReaderOfAll' });
    expect(faults.join()).toContain('name-length');
  });

  it.each(registrations)(
    'when our own document of $name is linted, then it finds nothing',
    (registration) => {
      const { name: registrationName, document } = registration;
      expect(lintDocument(objectOf(document), { ...context, registrationName })).toEqual([]);
    }
  );
});

describe('changes that break a registration', () => {
  const released = documentWith(property('state', { type: 'string', enum: ['ok', 'failed'] }));

  it('when something is only added, then there are none', () => {
    const answer = {
      properties: {
        state: { type: 'string', enum: ['ok', 'failed', 'warning'] },
        more: { type: 'string' }
      }
    };
    expect(findBreakingChanges(released, documentWith({ answer }))).toEqual([]);
  });

  it.each([
    ['an operation is gone', documentWith({ document: { paths: {} } }), 'checkCredit is gone'],
    ['an operation has moved', documentWith({ path: '/v2/credit' }), 'checkCredit has moved'],
    [
      'a response is gone',
      documentWith({ operation: { responses: { '200': json(ref), '4XX': json(problem) } } }),
      'checkCredit no longer declares 5XX'
    ],
    ['a parameter is gone', documentWith({ operation: { parameters: [] } }), 'lost the parameter customerNo'],
    [
      'a parameter is required anew',
      documentWith({
        operation: {
          parameters: ['customerNo', 'amount'].map((name) => ({
            name,
            required: true,
            schema: { type: 'string' }
          }))
        }
      }),
      'now requires amount'
    ],
    ['a property is gone', documentWith({ answer: { properties: {} } }), 'Answer.state is gone'],
    ['a type has changed', documentWith(property('state', { type: 'boolean' })), 'has another type'],
    [
      'an enum lost a value',
      documentWith(property('state', { type: 'string', enum: ['ok'] })),
      'lost the value failed'
    ]
  ])('when %s, then it is named', (_what, current, change) => {
    expect(findBreakingChanges(released, current).join('; ')).toContain(change);
  });
});
