import { BoiRefusal } from '../com/boi-object.ts';
import type { ComObject } from '../com/com-object.ts';
import type { CurrentRecord } from '../records/current-record.ts';
import type { SessionState } from '../session/session-state.ts';
import { refuseUnknownCustomer } from './customer-part.ts';
import { openMaster } from './master-entity.ts';

/** AR_CustomerContact_bus. */
export function openContact(session: SessionState): ComObject {
  const { database } = session;
  return openMaster(session, {
    table: database.table('AR_CustomerContact'),
    rules: {},
    checkKey: (key) => refuseUnknownCustomer(database, key),
    beforeWrite: (record: CurrentRecord) => {
      if (record.text('ContactName') === '') throw new BoiRefusal('The ContactName is required.');
      return [];
    }
  });
}
