import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { engines, testPlace, type TestPlace } from './test-support/test-store.ts';

describe.each(engines)('whose store it is, in %s', (engine) => {
  let place: TestPlace;
  beforeEach(() => {
    place = testPlace(engine);
  });
  afterEach(() => place.remove());

  it('when a store is opened for another company, then it is refused and stays its own company’s', async () => {
    await place.open({ companyCode: 'ABC' });
    await expect(place.open({ companyCode: 'XYZ' })).rejects.toMatchObject({
      code: 'LB617',
      detail: 'The store was made for company ABC, SAGE_COMPANY_CODE is XYZ.'
    });
    await place.open({ companyCode: 'ABC' });
  });

  it('when two companies open a new store at the same moment, then one of them has it', async () => {
    const opened = await Promise.allSettled([
      place.open({ companyCode: 'ABC' }),
      place.open({ companyCode: 'XYZ' })
    ]);
    const refusals = opened.flatMap((one) => (one.status === 'rejected' ? [one.reason as unknown] : []));
    expect(refusals).toMatchObject([{ code: 'LB617' }]);
  });
});
