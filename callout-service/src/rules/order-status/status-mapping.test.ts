import { describe, expect, it } from 'vitest';
import { orderStatuses } from './order-status.ts';
import {
  defaultStatusMapping,
  fromSalesforceStatus,
  statusMappingProblems,
  toSalesforceStatus,
  type StatusMappingRow
} from './status-mapping.ts';

/** Salesforce's own statuses of an order know less than Sage's. */
const draftAndActivated: readonly StatusMappingRow[] = orderStatuses.map((status) => ({
  status,
  salesforceValue: status === 'new' || status === 'quote' ? 'Draft' : 'Activated'
}));

describe('the mapping of order statuses', () => {
  it.each(orderStatuses)(
    'when the table is the default, then %s goes to Salesforce and comes back',
    (status) => {
      const there = toSalesforceStatus(status, defaultStatusMapping);
      if (!there.mapped) throw new Error(there.problem);
      expect(fromSalesforceStatus(` ${there.value.toLowerCase()} `, defaultStatusMapping)).toEqual({
        mapped: true,
        value: status
      });
    }
  );

  it('when the table is the default, then nothing is wrong with it', () => {
    expect(statusMappingProblems(defaultStatusMapping)).toEqual([]);
  });

  it('when several statuses share a value, then it comes back as the preferred one only', () => {
    expect(fromSalesforceStatus('Draft', draftAndActivated)).toEqual({
      mapped: false,
      problem: 'The value "Draft" stands for several statuses (new, quote), and not one of them is preferred.'
    });
    const preferring = draftAndActivated.map((row) => ({ ...row, preferred: row.status === 'new' }));
    expect(fromSalesforceStatus('Draft', preferring)).toEqual({ mapped: true, value: 'new' });
  });

  it('when a value or a status is not in the table, then it is reported', () => {
    expect(fromSalesforceStatus('Lost', defaultStatusMapping)).toEqual({
      mapped: false,
      problem: 'The value "Lost" is not in the table of order statuses.'
    });
    expect(toSalesforceStatus('hold', [])).toEqual({
      mapped: false,
      problem: 'The status "hold" has no value in Salesforce.'
    });
  });

  it('when a table has faults, then all of them are told', () => {
    const table: StatusMappingRow[] = [
      ...defaultStatusMapping.filter(({ status }) => status !== 'hold'),
      { status: 'new', salesforceValue: 'open' }
    ];
    expect(statusMappingProblems(table)).toEqual([
      'The status "hold" has no value in Salesforce.',
      'The status "new" has more than one value in Salesforce.',
      'The value "open" stands for several statuses (open, new), and not one of them is preferred.'
    ]);
  });
});
