import type { SalesforceRecords, SalesforceRow } from '../../../salesforce/port/salesforce-records.ts';
import { LedgerBridgeError } from '../../../errors/ledger-bridge-error.ts';

/** Records of Salesforce in memory, by id: each query answers the whole row of the record that it names. */
export interface SalesforceRows {
  readonly records: Pick<SalesforceRecords, 'all'>;
  readonly queries: string[];
  put(row: SalesforceRow & { readonly Id: string }): void;
  remove(id: string): void;
}

export function salesforceRows(options: { readonly severalCurrencies?: boolean } = {}): SalesforceRows {
  const rows = new Map<string, SalesforceRow>();
  const queries: string[] = [];
  return {
    queries,
    put: (row) => void rows.set(row.Id, row),
    remove: (id) => void rows.delete(id),
    records: {
      all: (soql) => {
        queries.push(soql);
        if (soql.includes('CurrencyIsoCode') && options.severalCurrencies !== true)
          return Promise.reject(
            new LedgerBridgeError('LB710', { detail: 'No such column CurrencyIsoCode.' })
          );
        const [, id = ''] = /WHERE Id = '(\w+)'$/.exec(soql) ?? [];
        const row = rows.get(id);
        return Promise.resolve(row === undefined ? [] : [row]);
      }
    }
  };
}
