import { randomUUID } from 'node:crypto';
import type { Connection } from '@jsforce/jsforce-node';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { z } from 'zod';
import type { RunningOrg } from '../../index.ts';
import { containing } from '../../testing/matchers.ts';
import { admin, connect, control, startTestOrg } from '../../testing/test-org.ts';

interface CompositeAnswer {
  compositeResponse: {
    referenceId: string;
    httpStatusCode: number;
    httpHeaders: Record<string, string>;
    body: unknown;
  }[];
}

const base = '/services/data/v66.0';
const created = z.object({ id: z.string() });

let org: RunningOrg;
let connection: Connection;

beforeAll(async () => {
  org = await startTestOrg();
});
afterAll(() => org.close());
beforeEach(async () => {
  await control(org, 'POST', '/reset');
  connection = await connect(org, admin);
});

function composite(compositeRequest: object[], options: object = {}): Promise<CompositeAnswer> {
  return connection.requestPost<CompositeAnswer>(`${base}/composite`, { ...options, compositeRequest });
}

function create(referenceId: string, body: object): object {
  return { method: 'POST', url: `${base}/sobjects/Account`, referenceId, body };
}

function statuses({ compositeResponse }: CompositeAnswer): number[] {
  return compositeResponse.map(({ httpStatusCode }) => httpStatusCode);
}

describe('composite through jsforce', () => {
  it('when later requests refer to earlier ones in address and body, then they get their values', async () => {
    const answer = await composite([
      create('parent', { Name: 'Group' }),
      create('child', { Name: 'Branch', ParentId: '@{parent.id}', Site: 'of @{parent.id}' }),
      {
        method: 'GET',
        url: `${base}/sobjects/Account/@{child.id}?fields=ParentId,Site`,
        referenceId: 'read'
      },
      {
        method: 'GET',
        url: `${base}/query?q=SELECT+Id,Name+FROM+Account+WHERE+Id='@{read.ParentId}'`,
        referenceId: 'found'
      },
      {
        method: 'PATCH',
        url: `${base}/sobjects/Account/@{found.records[0].Id}`,
        referenceId: 'renamed',
        body: { Site: '@{found.records[0].Name}' }
      }
    ]);
    expect(statuses(answer)).toEqual([201, 201, 200, 200, 204]);
    const [parent, , read] = answer.compositeResponse;
    const { id } = created.parse(parent?.body);
    expect(parent?.httpHeaders).toEqual({ Location: `${base}/sobjects/Account/${id}` });
    expect(read?.body).toMatchObject({ ParentId: id, Site: `of ${id}` });
    expect(await connection.sobject('Account').retrieve(id)).toMatchObject({ Name: 'Group', Site: 'Group' });
  });

  it('when one fails and all or none is not asked for, then only those that need it fail with it', async () => {
    const answer = await composite([
      create('bad', { Phone: '1' }),
      create('good', { Name: 'Good' }),
      create('needs', { Name: 'Needs', ParentId: '@{bad.id}' })
    ]);
    expect(statuses(answer)).toEqual([400, 201, 400]);
    expect(answer.compositeResponse.map(({ body }) => body)).toMatchObject([
      [{ errorCode: 'REQUIRED_FIELD_MISSING' }],
      { success: true },
      [{ errorCode: 'PROCESSING_HALTED', message: containing('Invalid reference specified') }]
    ]);
    expect(await connection.sobject('Account').count()).toBe(1);
  });

  it('when one fails and all or none is asked for, then nothing is left and the others are told so', async () => {
    const requests = [
      create('good', { Name: 'Good' }),
      create('bad', { Phone: '1' }),
      create('later', { Name: 'Later' })
    ];
    const answer = await composite(requests, { allOrNone: true });
    expect(statuses(answer)).toEqual([400, 400, 400]);
    const halted = [{ errorCode: 'PROCESSING_HALTED', message: containing('rolled back') }];
    expect(answer.compositeResponse.map(({ body }) => body)).toMatchObject([
      halted,
      [{ errorCode: 'REQUIRED_FIELD_MISSING' }],
      halted
    ]);
    expect(await connection.sobject('Account').count()).toBe(0);
  });

  it('when it holds more than it may, or a reference id twice, then it is refused as a whole', async () => {
    const many = Array.from({ length: 26 }, (_none, index) => create(`a${index}`, { Name: 'a' }));
    await expect(composite(many)).rejects.toMatchObject({ errorCode: 'LIMIT_EXCEEDED' });
    const twice = [create('a', { Name: 'a' }), create('a', { Name: 'b' })];
    await expect(composite(twice)).rejects.toMatchObject({
      errorCode: 'INVALID_INPUT',
      message: containing('Duplicate ReferenceId')
    });
    expect(await connection.sobject('Account').count()).toBe(0);
  });

  it('when a record is locked for a moment, then only its subrequest is refused', async () => {
    await control(org, 'POST', '/faults', {
      point: 'rest',
      match: '^POST .*/sobjects/Account$',
      after: 1,
      times: 1,
      effect: {
        kind: 'row-error',
        errorCode: 'UNABLE_TO_LOCK_ROW',
        message: 'unable to obtain exclusive access'
      }
    });
    const answer = await composite([create('a', { Name: 'a' }), create('b', { Name: 'b' })]);
    expect(statuses(answer)).toEqual([201, 400]);
    expect(answer.compositeResponse[1]?.body).toMatchObject([{ errorCode: 'UNABLE_TO_LOCK_ROW' }]);
  });
});

describe('composite batch through jsforce', () => {
  const batch = (batchRequests: object[], haltOnError = false) =>
    connection.requestPost<{ hasErrors: boolean; results: { statusCode: number; result: unknown }[] }>(
      `${base}/composite/batch`,
      { haltOnError, batchRequests }
    );
  const good = { method: 'POST', url: 'v66.0/sobjects/Account', richInput: { Name: 'a' } };
  const bad = { method: 'POST', url: 'v66.0/sobjects/Account', richInput: { Phone: '1' } };

  it('when one fails, then the others are done all the same', async () => {
    const { hasErrors, results } = await batch([bad, good]);
    expect(hasErrors).toBe(true);
    expect(results.map(({ statusCode }) => statusCode)).toEqual([400, 201]);
    expect(await connection.sobject('Account').count()).toBe(1);
  });

  it('when it halts on errors, then those after the first error are not done', async () => {
    const { results } = await batch([good, bad, good], true);
    expect(results).toMatchObject([
      { statusCode: 201 },
      { statusCode: 400 },
      { statusCode: 412, result: [{ errorCode: 'BATCH_PROCESSING_HALTED' }] }
    ]);
    expect(await connection.sobject('Account').count()).toBe(1);
  });
});

describe('composite graph through jsforce', () => {
  const graph = (graphId: string, compositeRequest: object[]) => ({ graphId, compositeRequest });
  const run = (graphs: object[]) =>
    connection.requestPost<{ graphs: { graphId: string; isSuccessful: boolean }[] }>(
      `${base}/composite/graph`,
      { graphs }
    );

  it('when one graph fails, then all of it is undone, and the other graph stays', async () => {
    const site = randomUUID();
    const { graphs } = await run([
      graph('one', [create('a', { Name: 'a', Site: site }), create('b', { Name: 'b', ParentId: '@{a.id}' })]),
      graph('two', [create('c', { Name: 'c', Site: site }), create('d', { Phone: '1' })])
    ]);
    expect(graphs).toMatchObject([
      { graphId: 'one', isSuccessful: true },
      { graphId: 'two', isSuccessful: false }
    ]);
    const left = await connection.query<{ Name: string }>(`SELECT Name FROM Account ORDER BY Name`);
    expect(left.records.map(({ Name }) => Name)).toEqual(['a', 'b']);
  });

  it('when a graph is deeper than 15, or there are more than 500 nodes, then it is refused', async () => {
    const chain = Array.from({ length: 16 }, (_none, index) =>
      create(`n${index}`, { Name: 'n', ...(index > 0 ? { ParentId: `@{n${index - 1}.id}` } : {}) })
    );
    await expect(run([graph('deep', chain)])).rejects.toMatchObject({ errorCode: 'LIMIT_EXCEEDED' });
    const many = Array.from({ length: 501 }, (_none, index) => create(`n${index}`, { Name: 'n' }));
    await expect(run([graph('wide', many)])).rejects.toMatchObject({ errorCode: 'LIMIT_EXCEEDED' });
    expect(await connection.sobject('Account').count()).toBe(0);
  });
});
