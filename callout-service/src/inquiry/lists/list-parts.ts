import type { SageRecords } from '../../sage/port/sage-records.ts';
import type { Clock } from '../../telemetry/clock.ts';
import type { LiveOrLastParts } from '../live-or-last.ts';

/** What a list of one customer's records needs; `R` names the records. */
export interface ListParts<R extends keyof SageRecords> extends LiveOrLastParts {
  readonly records: Pick<SageRecords, R | 'customers'>;
  readonly currency: string;
  readonly timeZone: string;
  readonly clock: Clock;
}
