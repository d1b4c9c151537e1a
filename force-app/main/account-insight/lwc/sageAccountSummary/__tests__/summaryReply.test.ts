import abf from './data/abf-live.json';
import stale from './data/abf-stale.json';
import unknownCustomer from './data/problem-LB401.json';
import slow from './data/problem-LB302.json';
import { readSummaryReply } from '../summaryReply';

const answered = (changes: object = {}, outputs: object = {}) =>
  readSummaryReply({
    outputs: {
      outcome: 'ANSWERED',
      customerNo: '01-ABF',
      responseCode: 200,
      summaryJson: JSON.stringify({ ...abf, ...changes }),
      clientProblemJson: null,
      serverProblemJson: '',
      ...outputs
    }
  });

describe('readSummaryReply', () => {
  it('when the service answered, then its figures are taken to the cent', () => {
    expect(answered()).toMatchObject({
      kind: 'figures',
      figures: {
        source: 'live',
        asOf: '2026-11-22T09:30:00.000Z',
        amountDue: '5732.36',
        creditLimit: '120000.00',
        creditLeft: '95123.24',
        openOrderAmount: '19144.40',
        openOrderCount: 27,
        terms: 'Net 30 Days',
        stale: undefined
      }
    });
  });

  it('when the answer is an old one, then it says why', () => {
    expect(answered(stale)).toMatchObject({ figures: { source: 'cache', stale: { code: 'LB301' } } });
  });

  it('when a newer service says more, then the rest is left alone', () => {
    expect(answered({ somethingNew: { a: 1 } })).toMatchObject({ kind: 'figures' });
  });

  it('when the account was typed in small letters, then it is the same customer', () => {
    expect(answered({}, { customerNo: '01-abf' })).toMatchObject({ kind: 'figures' });
  });

  it.each([
    ['a figure is missing', answered({ amountDue: undefined })],
    ['a figure is a number', answered({ amountDue: 5732.36 })],
    ['a part is missing', answered({ credit: null })],
    ['the age is missing', answered({ asOf: undefined })],
    ['the source is unknown', answered({ source: 'elsewhere' })],
    ['the currency is a sentence', answered({ currency: 'US dollars' })],
    ['a list is no list', answered({ openOrders: { ...abf.openOrders, latest: {} } })],
    ['a list is endless', answered({ openOrders: { ...abf.openOrders, latest: Array(51).fill({}) } })],
    ['the text is no JSON', answered({}, { summaryJson: '<html>' })],
    ['the text is empty', answered({}, { summaryJson: '' })],
    ['it is about another customer', answered({ customerNo: '01-AVNET' })],
    ['the problem is no JSON', answered({}, { serverProblemJson: 'Bad gateway' })],
    ['the flow says nothing', readSummaryReply({ outputs: {} })],
    ['the flow says something else', readSummaryReply({ outputs: { outcome: 'MAYBE' } })]
  ])('when %s, then none of it is shown', (_what, reply) => {
    expect(reply).toMatchObject({ kind: 'problem', problem: { code: 'LB804' } });
  });

  it.each([
    [
      'an output of the answer',
      { outcome: 'ANSWERED', clientProblemJson: JSON.stringify(unknownCustomer) },
      'LB401'
    ],
    ['an output for 5XX', { outcome: 'ANSWERED', serverProblemJson: JSON.stringify(slow) }, 'LB302'],
    [
      'an output and a fault',
      { outcome: 'FAULT', faultMessage: 'x', serverProblemJson: JSON.stringify(slow) },
      'LB302'
    ],
    [
      'a fault that carries it',
      { outcome: 'FAULT', faultMessage: `Http 504: ${JSON.stringify(slow)}` },
      'LB302'
    ],
    ['a fault of the platform', { outcome: 'FAULT', faultMessage: 'Read timed out' }, 'LB805'],
    ['a fault without a word', { outcome: 'FAULT' }, 'LB805'],
    [
      'a credential refused',
      { outcome: 'FAULT', faultMessage: "We couldn't access the credential(s)." },
      'LB801'
    ],
    ['an account that was not found', { outcome: 'NO_ACCOUNT' }, 'LB806']
  ])('when the problem comes as %s, then it is that problem', (_what, outputs, code) => {
    expect(readSummaryReply({ outputs })).toMatchObject({ kind: 'problem', problem: { code } });
  });

  it('when the flow finds no customer number, then the account is not linked', () => {
    expect(readSummaryReply({ outputs: { outcome: 'NOT_LINKED' } })).toEqual({ kind: 'not-linked' });
  });
});
