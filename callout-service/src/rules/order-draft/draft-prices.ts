import { Decimal } from 'decimal.js';
import type { FieldFault } from '../../errors/ledger-bridge-error.ts';
import { conversionOn, type Conversion } from '../currency/exchange-rate.ts';
import { lineExtension } from '../order-line.ts';
import { fieldFault } from '../written-values/field-fault.ts';
import { convertedPrice, type PricedLine } from './converted-price.ts';
import type { DraftCompany, OrderContent, OrderDraftSettings } from './order-content.ts';

/** How the lines of an order get their prices. */
export interface DraftPrices {
  /** Undefined: Sage prices the line. */
  priceOf(line: PricedLine): string | undefined;
  /** For people: one sentence; undefined where there is nothing to tell. */
  story(lines: readonly PricedLine[]): string;
}

export type DraftPricesAnswer =
  | { readonly usable: true; readonly prices: DraftPrices }
  | { readonly usable: false; readonly fault: FieldFault };

/**
 * Who prices the order and in which currency. An order in another currency than the company's is refused where the admin
 * says so, whoever prices it: what Sage invoices would not be what was agreed. Where it may be converted, prices of
 * Salesforce are, at the rate that is valid on the order's day; Sage's own need no conversion.
 */
export function draftPrices(
  content: Pick<OrderContent, 'currency'>,
  day: string,
  settings: OrderDraftSettings,
  company: DraftCompany
): DraftPricesAnswer {
  const currency = content.currency ?? company.currency;
  const foreign = currency !== company.currency;
  if (foreign && settings.currencyRule === 'refuse')
    return { usable: false, fault: refused(currency, company) };
  if (settings.priceSource === 'sage') return { usable: true, prices: sagePrices(currency, company) };
  if (!foreign) return { usable: true, prices: salesforcePrices(company) };
  const answer = conversionOn(company.rates, { from: currency, to: company.currency, day });
  if (answer.found) return { usable: true, prices: convertedPrices(answer.conversion, company) };
  const { problem, fix } = answer.fault;
  return { usable: false, fault: { ...answer.fault, code: 'LB755', field: 'CurrencyIsoCode', problem, fix } };
}

function refused(currency: string, company: DraftCompany): FieldFault {
  const problem = `The order is in ${currency}, the Sage company in ${company.currency}, and the configuration refuses that.`;
  return fieldFault('LB755', { field: 'CurrencyIsoCode', value: currency }, problem);
}

function sagePrices(currency: string, company: DraftCompany): DraftPrices {
  const prices = `Sage prices the lines in ${company.currency}.`;
  const foreign = ` The order is in ${currency}; nothing of it is converted, since Sage's own prices count.`;
  return {
    priceOf: () => undefined,
    story: () => (currency === company.currency ? prices : `${prices}${foreign}`)
  };
}

function salesforcePrices({ currency }: DraftCompany): DraftPrices {
  const priceOf = ({ unitPrice }: PricedLine) => new Decimal(unitPrice).toDecimalPlaces(6).toFixed();
  return {
    priceOf,
    story: (lines) => {
      const extensions = lines.map((line) =>
        lineExtension(line.quantity, priceOf(line), line.discountPercent)
      );
      return `Salesforce's prices are sent: ${sum(extensions)} ${currency}.`;
    }
  };
}

function convertedPrices(conversion: Conversion, { priceDecimals }: DraftCompany): DraftPrices {
  const { from, to, rate, way, validFrom } = conversion;
  return {
    priceOf: (line) => convertedPrice(line, conversion, priceDecimals).unitPrice,
    story: (lines) => {
      const there = lines.map((line) => convertedPrice(line, conversion, priceDecimals).extension);
      const here = lines.map((line) => lineExtension(line.quantity, line.unitPrice, line.discountPercent));
      const how = way === 'inverse' ? `one ${to} is ${rate} ${from}` : `one ${from} is ${rate} ${to}`;
      return (
        `Salesforce's prices are converted line by line: ${sum(here)} ${from} are ${sum(there)} ${to} ` +
        `(${how}, valid from ${validFrom ?? ''}; the total is the sum of the rounded lines).`
      );
    }
  };
}

function sum(amounts: readonly string[]): string {
  return Decimal.sum(0, ...amounts).toFixed(2);
}
