import { Decimal } from 'decimal.js';
import type { CurrentRecord } from '../records/current-record.ts';
import { taxRate } from '../records/tax-schedules.ts';

const NOTHING = new Decimal(0);
const UNTAXED_SCHEDULES = ['EXEMPT', 'NONTAX'];

/**
 * Computes the amounts of an order from its lines. TaxableAmt and NonTaxableAmt are before the order's discount, which
 * comes off the lines that take one; tax is on what is left of the taxable ones. Freight is not taxed.
 */
export function computeTotals(header: CurrentRecord, lines: readonly CurrentRecord[]): void {
  const isTaxed = !UNTAXED_SCHEDULES.includes(header.text('TaxSchedule'));
  const taxable = lines.filter((line) => isTaxed && line.text('TaxClass') === 'TX');
  const nonTaxable = lines.filter((line) => !taxable.includes(line));
  const taxableSubject = extensions(taxable.filter(takesDiscount));
  const nonTaxableSubject = extensions(nonTaxable.filter(takesDiscount));
  const subject = taxableSubject.plus(nonTaxableSubject);
  const discount = cents(subject.times(header.decimal('DiscountRate')).dividedBy(100));
  const share = subject.isZero() ? NOTHING : taxableSubject.dividedBy(subject);
  const taxed = extensions(taxable).minus(discount.times(share));
  header.fill({
    TaxableSubjectToDiscount: taxableSubject,
    NonTaxableSubjectToDiscount: nonTaxableSubject,
    TaxSubjToDiscPrcntOfTotSubjTo: cents(share.times(100)),
    TaxableAmt: extensions(taxable),
    NonTaxableAmt: extensions(nonTaxable),
    DiscountAmt: discount,
    SalesTaxAmt: cents(taxed.times(taxRate(header.text('TaxSchedule'))).dividedBy(100)),
    Weight: cents(sum(lines.map((line) => line.decimal('LineWeight'))))
  });
}

/** What the order comes to; Sage has no column for it. */
export function orderTotal(header: CurrentRecord): Decimal {
  return sum(
    ['TaxableAmt', 'NonTaxableAmt', 'SalesTaxAmt', 'FreightAmt'].map((name) => header.decimal(name))
  ).minus(header.decimal('DiscountAmt'));
}

/** What a line comes to: quantity by price, less the line's discount, to the cent. */
export function lineExtension(line: CurrentRecord): Decimal {
  const full = line.decimal('QuantityOrdered').times(line.decimal('UnitPrice'));
  return cents(full.times(new Decimal(100).minus(line.decimal('LineDiscountPercent'))).dividedBy(100));
}

function takesDiscount(line: CurrentRecord): boolean {
  return line.text('Discount') !== 'N';
}

function extensions(lines: readonly CurrentRecord[]): Decimal {
  return sum(lines.map((line) => line.decimal('ExtensionAmt')));
}

function sum(amounts: readonly Decimal[]): Decimal {
  return amounts.reduce((total, amount) => total.plus(amount), NOTHING);
}

function cents(amount: Decimal): Decimal {
  return amount.toDecimalPlaces(2, Decimal.ROUND_HALF_UP);
}
