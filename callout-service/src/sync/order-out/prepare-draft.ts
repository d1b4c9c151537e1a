import { createSageDay } from '../../inquiry/sage-day.ts';
import type { FieldFault } from '../../errors/ledger-bridge-error.ts';
import type { DraftCompany } from '../../rules/order-draft/order-content.ts';
import { orderDraft, type OrderDraftAnswer } from '../../rules/order-draft/order-draft.ts';
import { wantedLines, type WantedLine } from '../../rules/order-draft/wanted-lines.ts';
import { lengthOf } from '../customer/sage-columns.ts';
import type { OrderRun } from './order-out-options.ts';
import type { OrderSource } from './order-source.ts';
import { resolveProducts } from './resolve-products.ts';

/** An order as it is to stand in Sage, and everything that keeps it from being written. */
export interface PreparedOrder extends OrderDraftAnswer {
  readonly wanted: readonly WantedLine[];
}

/** Finds the items of all lines and makes the draft, with every fault of both. */
export async function prepareDraft(
  source: OrderSource,
  customerNo: string,
  run: OrderRun
): Promise<PreparedOrder> {
  const products = await resolveProducts(source, customerNo, run);
  const company = await draftCompany(run);
  const subject = { customerNo, itemCodes: products.itemCodes };
  const made = orderDraft(source, subject, run.rules, company);
  const faults: readonly FieldFault[] = [...products.faults, ...made.faults];
  return { ...made, faults, wanted: wantedLines(made.draft, made.origins, source) };
}

/** The address columns of an order's header where the data source does not tell their lengths: release 2023. */
const USUAL = { addressLine: 30, city: 30, state: 2, zipCode: 10, countryCode: 3 };

async function draftCompany({ sage, company, clock, rules }: OrderRun): Promise<DraftCompany> {
  const table = await sage.catalogue.describe('SO_SalesOrderHeader');
  const length = (column: string, usual: number) =>
    (table === undefined ? undefined : lengthOf(table, column)) ?? usual;
  const { countries = { sageCountryForm: 'iso3' } } = company;
  return {
    currency: company.currency,
    timeZone: company.timeZone,
    today: createSageDay(company.timeZone)(clock()),
    priceDecimals: company.priceDecimals ?? 6,
    address: {
      ...countries,
      businessCountry: rules.businessCountry,
      salesforceForm: 'name',
      lengths: {
        addressLine: length('ShipToAddress1', USUAL.addressLine),
        city: length('ShipToCity', USUAL.city),
        state: length('ShipToState', USUAL.state),
        zipCode: length('ShipToZipCode', USUAL.zipCode),
        countryCode: length('ShipToCountryCode', USUAL.countryCode)
      }
    },
    rates: rules.exchangeRates.map(({ from, to, rate, validFrom }) => ({
      fromCurrency: from,
      toCurrency: to,
      rate,
      validFrom
    }))
  };
}
