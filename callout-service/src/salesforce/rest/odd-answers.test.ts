import type { IncomingMessage, ServerResponse } from 'node:http';
import { describe, expect, it } from 'vitest';
import type { SalesforceOptions } from '../connect-salesforce.ts';
import type { Salesforce } from '../port/salesforce.ts';
import { codesOf, connectTo, failureOf, until } from '../test-support/connected.ts';
import { type OddServer, startOddServer } from '../test-support/odd-server.ts';

async function withAnswer(
  answer: (request: IncomingMessage, response: ServerResponse) => void,
  work: (salesforce: Salesforce, server: OddServer) => Promise<void>,
  changes: Partial<SalesforceOptions> = {}
): Promise<void> {
  const server = await startOddServer(answer);
  const pubSub = { endpoint: '127.0.0.1:1', certificate: '' };
  const salesforce = connectTo({ url: server.url, pubSub }, changes);
  try {
    await work(salesforce, server);
  } finally {
    await salesforce.close();
    await server.close();
  }
}

const json = (text: string) => (_request: IncomingMessage, response: ServerResponse) => {
  response.end(text);
};
const inTime = { requestTimeoutMs: 150 };

describe('answers of Salesforce that are odd', () => {
  it('when the connection is half open, then the request ends in time and Salesforce counts as away', async () => {
    await withAnswer(
      () => undefined,
      async (salesforce) => {
        const failure = await failureOf(salesforce.records.all('SELECT Id FROM Account'));
        expect(failure).toMatchObject({ code: 'LB701' });
        expect(failure.message).toContain('within 150 ms');
        expect(salesforce.state()).toMatchObject({ reachable: false, lastFailure: failure });
        const published = salesforce.records.publish('Stock_Alert__e', [{ Item__c: 'x' }]);
        expect(await failureOf(published)).toMatchObject({ code: 'LB709' });
      },
      inTime
    );
  });

  it('when the service stops and an answer does not come, then it does not wait for it', async () => {
    await withAnswer(
      () => undefined,
      async (salesforce, server) => {
        const waiting = failureOf(salesforce.records.all('SELECT Id FROM Account'));
        await until(() => server.asked.length > 0);
        await salesforce.close();
        expect((await waiting).message).toContain('the service is stopping');
      },
      { closeGraceMs: 20 }
    );
  });

  it('when an answer stops half way, then the request ends in time', async () => {
    await withAnswer(
      (_request, response) => {
        response.writeHead(200, { 'content-type': 'application/json' });
        response.write('{"totalSize": 1, "done": tr');
      },
      async (salesforce) => {
        expect(await failureOf(salesforce.records.all('SELECT Id FROM Account'))).toMatchObject({
          code: 'LB701'
        });
      },
      inTime
    );
  });

  it('when nobody listens, then publishing is no matter of doubt', async () => {
    const closed = await startOddServer(() => undefined);
    await closed.close();
    const salesforce = connectTo({ url: closed.url, pubSub: { endpoint: '127.0.0.1:1', certificate: '' } });
    const published = salesforce.records.publish('Stock_Alert__e', [{ Item__c: 'x' }]);
    expect(await failureOf(published)).toMatchObject({ code: 'LB701' });
    await salesforce.close();
  });

  it.each([
    ['no JSON', '<html>Mr. Smith</html>'],
    ['no list of records', '{"done": true}'],
    ['no next page though there is one', '{"done": false, "records": []}']
  ])('when a query is answered with %s, then it is LB714', async (_what, text) => {
    await withAnswer(json(text), async (salesforce) => {
      const failure = await failureOf(salesforce.records.all('SELECT Id FROM Account'));
      expect(failure.code).toBe('LB714');
      expect(failure.message).not.toContain('Smith');
      expect(salesforce.state().reachable).toBe(true);
    });
  });

  it('when there are fewer results than records, then none of them is believed', async () => {
    await withAnswer(json('[{"id": "001", "success": true, "errors": []}]'), async (salesforce) => {
      const upserted = salesforce.records.upsert('Account', 'Sage_Customer_No__c', [
        { Name: 'a' },
        { Name: 'b' }
      ]);
      expect(await failureOf(upserted)).toMatchObject({ code: 'LB714' });
    });
  });

  it('when children have pages of their own, then they are complete, with every digit', async () => {
    const pages: Record<string, string> = {
      first: `{"totalSize": 1, "done": true, "records": [{"attributes": {"type": "Account"}, "Name": "ABF",
        "Amount": 123456789012345678, "Contacts": {"totalSize": 2, "done": false, "nextRecordsUrl": "/more",
        "records": [{"attributes": {}, "LastName": "A"}]}}]}`,
      '/more':
        '{"totalSize": 2, "done": true, "records": [{"attributes": {}, "LastName": "B", "Share": 1.5E-3}]}'
    };
    await withAnswer(
      (request, response) => {
        response.end(pages[request.url ?? ''] ?? pages['first']);
      },
      async (salesforce) => {
        expect(await salesforce.records.all('SELECT Name FROM Account')).toEqual([
          {
            Name: 'ABF',
            Amount: '123456789012345678',
            Contacts: [{ LastName: 'A' }, { LastName: 'B', Share: '0.0015' }]
          }
        ]);
      }
    );
  });

  it('when one unreadable value has the whole list refused, then the other records are written', async () => {
    await withAnswer(refuseWhatHas('bad'), async (salesforce, server) => {
      const records = Array.from({ length: 100 }, (_, index) => ({
        Name: index === 41 ? 'bad' : `good ${index}`
      }));
      const outcomes = await salesforce.records.upsert('Account', 'Sage_Customer_No__c', records);
      expect(codesOf(outcomes)).toEqual(records.map(({ Name }) => (Name === 'bad' ? 'LB705' : Name)));
      expect(server.asked.length).toBeLessThan(20);
    });
  });

  it('when every list is refused, then not every record is tried by itself', async () => {
    await withAnswer(refuseWhatHas(''), async (salesforce, server) => {
      const records = Array.from({ length: 200 }, (_, index) => ({ Name: `${index}` }));
      const outcomes = await salesforce.records.upsert('Account', 'Sage_Customer_No__c', records);
      expect(new Set(codesOf(outcomes))).toEqual(new Set(['LB705']));
      expect(server.asked.length).toBeLessThan(60);
    });
  });

  it.each([
    [502, 'LB701', 'LB709', '<html>bad gateway</html>'],
    [500, 'LB701', 'LB709', '[{"errorCode": "UNKNOWN_EXCEPTION", "message": "Mr. Smith"}]'],
    [503, 'LB701', 'LB701', '[{"errorCode": "SERVER_UNAVAILABLE", "message": ""}]'],
    [403, 'LB710', 'LB710', '[{"errorCode": "API_DISABLED_FOR_ORG", "message": ""}]'],
    [414, 'LB714', 'LB714', ''],
    [302, 'LB714', 'LB714', '']
  ])(
    'when the answer is %d, then a read is %s and a publication %s',
    async (status, read, published, text) => {
      await withAnswer(
        (_request, response) => response.writeHead(status).end(text),
        async (salesforce) => {
          const failure = await failureOf(salesforce.records.all('SELECT Id FROM Account'));
          expect(failure.code).toBe(read);
          expect(failure.message).not.toContain('Smith');
          const event = salesforce.records.publish('Stock_Alert__e', [{ Item__c: 'x' }]);
          expect(await failureOf(event)).toMatchObject({ code: published });
        }
      );
    }
  );
});

/** Takes lists of records, unless one of them has the word. Ids are names. */
function refuseWhatHas(word: string) {
  return (request: IncomingMessage, response: ServerResponse): void => {
    void request.toArray().then((parts: Buffer[]) => {
      const text = Buffer.concat(parts).toString();
      const names = [...text.matchAll(/"Name":"([^"]*)"/g)].map(([, name]) => name ?? '');
      if (text.includes(word)) {
        response.writeHead(400).end('[{"errorCode": "JSON_PARSER_ERROR", "message": "Cannot deserialize"}]');
      } else {
        response.end(JSON.stringify(names.map((id) => ({ id, success: true, errors: [] }))));
      }
    });
  };
}
