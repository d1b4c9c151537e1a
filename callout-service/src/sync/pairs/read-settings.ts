import { usualCredit } from '../../mapping/entities/customer.ts';
import type { AgingSettings } from '../../rules/aging.ts';
import type { AvailabilitySettings } from '../../rules/availability.ts';
import type { CreditSettings } from '../../rules/credit.ts';
import type { PriceSettings } from '../../rules/price/price.ts';
import { systemClock, type Clock } from '../../telemetry/clock.ts';

/** What the service's configuration says about figures that Sage does not keep: credit, prices by level, and reports. */
export interface ReadSettings {
  readonly credit: CreditSettings;
  readonly price: PriceSettings;
  readonly aging: AgingSettings;
  readonly availability: AvailabilitySettings;
  /** IANA name of the Sage server's time zone: promotions begin and receivables age there. */
  readonly timeZone: string;
  readonly clock: Clock;
}

/** Sage's usual options. */
export const usualReadSettings: ReadSettings = {
  credit: usualCredit,
  price: { costBasis: 'standard', unitPriceDecimals: 2 },
  aging: { basis: 'invoice-date', bucketDays: [30, 60, 90, 120] },
  availability: { includePurchaseOrders: false, includeWorkOrders: false },
  timeZone: 'UTC',
  clock: systemClock
};
