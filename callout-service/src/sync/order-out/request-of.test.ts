import { describe, expect, it } from 'vitest';
import { asLedgerBridgeError } from '../../errors/as-ledger-bridge-error.ts';
import { requestOf } from './request-of.ts';

function refusalOf(payload: unknown) {
  try {
    requestOf({ payload });
  } catch (error) {
    return asLedgerBridgeError(error);
  }
  throw new Error('it was taken');
}

describe('the request of a job', () => {
  it('when its event could not be read, then the faults are those of the event alone', () => {
    const faults = ['action: Invalid option: expected one of "submit"|"amend"|"cancel"'];
    const { code, faults: told } = refusalOf({ unreadableEvent: { eventId: 'e', fields: {}, faults } });
    expect(code).toBe('LB758');
    expect(told).toMatchObject([
      { field: 'action', problem: expect.stringMatching(/^Invalid option/) as string }
    ]);
  });

  it('when a person edited it and left something out, then each missing field is named', () => {
    const fields = refusalOf({ action: 'submit' }).faults.map(({ field }) => field);
    expect(fields).toContain('object');
    expect(fields).not.toContain('action');
  });
});
