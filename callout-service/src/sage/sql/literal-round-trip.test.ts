import fc from 'fast-check';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { arCustomer } from '../catalogue/ar-customer.ts';
import { OdbcGateway } from '../odbc/gateway.ts';
import { createScratchCompany, type ScratchCompany } from '../test-support/scratch-company.ts';
import { UnsafeLiteralError } from './literal.ts';
import { select } from './providex-dialect.ts';

let company: ScratchCompany;
let gateway: OdbcGateway;

beforeAll(async () => {
  company = await createScratchCompany();
  gateway = new OdbcGateway({
    connectionString: company.connectionString,
    environment: company.environment,
    poolSize: 1,
    connectTimeoutMs: 5_000,
    queryTimeoutMs: 5_000,
    acquireTimeoutMs: 5_000,
    cancelGraceMs: 500
  });
});
afterAll(async () => {
  await gateway.close();
  await company.close();
});

// Plain text, plus the marks that end a literal or begin something else somewhere.
const marks = fc.constantFrom(
  "'",
  "''",
  '"',
  ';',
  '--',
  '/*',
  '*/',
  '\\',
  "\\'",
  '{',
  '}',
  '?',
  '%',
  "{d '",
  '[',
  '`',
  '😀',
  'é'
);
const text = fc
  .array(fc.oneof({ weight: 2, arbitrary: marks }, fc.string({ unit: 'grapheme', maxLength: 4 })), {
    maxLength: 12
  })
  .map((parts) => parts.join('').slice(0, 40));

it(
  'for any text, the literal finds exactly the record that holds it, through the real driver',
  { timeout: 60_000 },
  async () => {
    let customerNo = 0;
    await fc.assert(
      fc.asyncProperty(text, async (value) => {
        let sql: string;
        try {
          ({ sql } = select(arCustomer, {
            columns: ['CustomerNo', 'CustomerName'],
            where: [{ column: 'CustomerName', op: '=', value }]
          }));
        } catch (error) {
          expect(error).toBeInstanceOf(UnsafeLiteralError);
          return;
        }
        await company.execute('DELETE FROM AR_Customer');
        await company.insert('AR_Customer', {
          ARDivisionNo: '00',
          CustomerNo: 'OTHER',
          CustomerName: `${value}x`
        });
        const row = [String((customerNo += 1)), value];
        await company.insert('AR_Customer', {
          ARDivisionNo: '01',
          CustomerNo: row[0] ?? '',
          CustomerName: value
        });
        expect(await gateway.read([sql])).toEqual([[row]]);
      }),
      { numRuns: 200 }
    );
  }
);
