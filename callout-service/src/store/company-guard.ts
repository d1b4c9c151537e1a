import { LedgerBridgeError } from '../errors/ledger-bridge-error.ts';
import type { OpenedDatabase } from './dialect/store-dialect.ts';

type Opened = Pick<OpenedDatabase, 'database'>;

/**
 * Notes whose store it is, when nobody has yet, and compares. Of two that open a new store at once, one is refused.
 * @throws LedgerBridgeError LB617 when it is another company's.
 */
export async function keepForCompany({ database }: Opened, companyCode: string): Promise<void> {
  await database
    .insertInto('store_fact')
    .values({ name: 'company', value: companyCode })
    .onConflict((conflict) => conflict.column('name').doNothing())
    .execute();
  await refuseOtherCompany({ database }, companyCode);
}

/**
 * For a store that is made already: before it is migrated, since another company's service may run an older release.
 * @throws LedgerBridgeError LB617 when it is another company's.
 */
export async function refuseOtherCompany({ database }: Opened, companyCode: string): Promise<void> {
  const fact = await database
    .selectFrom('store_fact')
    .select('value')
    .where('name', '=', 'company')
    .executeTakeFirst();
  if (fact === undefined || fact.value === companyCode) return;
  throw new LedgerBridgeError('LB617', {
    detail: `The store was made for company ${fact.value}, SAGE_COMPANY_CODE is ${companyCode}.`
  });
}
