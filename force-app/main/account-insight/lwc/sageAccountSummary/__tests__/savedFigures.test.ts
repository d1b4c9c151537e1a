import linked from './data/account-linked.json';
import { readCustomerNo, readSavedFigures } from '../savedFigures';

const account = (changes: Record<string, unknown> = {}) => ({
  ...linked,
  fields: {
    ...linked.fields,
    ...Object.fromEntries(
      Object.entries(changes).map(([name, value]) => [name, { value, displayValue: null }])
    )
  }
});

const without = (name: string) => ({
  ...linked,
  fields: Object.fromEntries(Object.entries(linked.fields).filter(([field]) => field !== name))
});

describe('readCustomerNo', () => {
  it('when the field is filled, empty, or hidden, then these are three things', () => {
    expect(readCustomerNo(account())).toBe('01-ABF');
    expect(readCustomerNo(account({ Sage_Customer_No__c: null }))).toBeNull();
    expect(readCustomerNo(without('Sage_Customer_No__c'))).toBeUndefined();
  });
});

describe('readSavedFigures', () => {
  it('when figures are saved, then they are read to the cent, and the bar adds up', () => {
    expect(readSavedFigures(account())).toMatchObject({
      source: 'salesforce',
      currency: 'USD',
      amountDue: '5918.22',
      credit: { used: '24877.08', openOrders: '18958.86', includesOpenOrders: true },
      agings: [{ kind: 'saved', total: '5918.22' }],
      latestOrders: undefined
    });
  });

  it('when they were never saved, then there are none', () => {
    expect(readSavedFigures(account({ Sage_Figures_As_Of__c: null }))).toBeUndefined();
    expect(readSavedFigures(account({ Sage_Customer_No__c: null }))).toBeUndefined();
  });

  it('when some are missing or hidden, then what depends on them is left out, not guessed', () => {
    const figures = readSavedFigures(account({ Sage_Credit_Left__c: null, Sage_Aging_2__c: null }));
    expect(figures).toMatchObject({
      amountDue: '5918.22',
      creditLeft: undefined,
      credit: undefined,
      agings: []
    });
    expect(readSavedFigures(without('Sage_Last_Payment_Date__c'))?.lastPaymentDay).toBeUndefined();
  });

  it('when open orders do not count against the limit, then the saved amounts show it', () => {
    expect(readSavedFigures(account({ Sage_Credit_Left__c: 114081.78 }))?.credit).toMatchObject({
      used: '5918.22',
      includesOpenOrders: false
    });
  });
});
