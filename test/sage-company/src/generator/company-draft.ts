import type { CalendarDay } from '../calendar.ts';
import { addDays } from '../calendar.ts';
import type { Random } from './random.ts';
import type { RecordWriter, SageRecord } from './record-writer.ts';
import type { CompanyProfile } from './sizes.ts';
import type { StockBook } from './stock-book.ts';

/** What every part of the generator works with while one company is being written. */
export interface CompanyDraft {
  readonly writer: RecordWriter;
  readonly random: Random;
  readonly profile: CompanyProfile;
  /** The company's own today; all days are counted from it. */
  readonly today: CalendarDay;
  readonly numbers: DocumentNumbers;
  readonly stock: StockBook;
  /** How many posted bills have had a number, as vendors number theirs alike. */
  readonly billNumbers: Map<string, number>;
}

/** Hands out document numbers as Sage does: seven digits, zero filled, never one twice. */
export class DocumentNumbers {
  readonly #last: Record<'invoice' | 'order' | 'purchaseOrder' | 'check', number> = {
    invoice: 200_000,
    order: 1_000,
    purchaseOrder: 10_000,
    check: 4_000
  };

  next(kind: 'invoice' | 'order' | 'purchaseOrder' | 'check'): string {
    this.#last[kind] += 1;
    return this.last(kind);
  }

  /** The number handed out last. */
  last(kind: 'invoice' | 'order' | 'purchaseOrder' | 'check'): string {
    return this.#last[kind].toString().padStart(7, '0');
  }
}

/** The stamps of a record: who and when. Times are decimal hours of the server's local day, as `15.50000`. */
export function stamps(draft: CompanyDraft, random: Random, oldestDays = 400): SageRecord {
  const createdDaysAgo = random.integer(1, oldestDays);
  const updatedDaysAgo = random.integer(1, createdDaysAgo);
  return {
    DateCreated: addDays(draft.today, -createdDaysAgo),
    TimeCreated: decimalHours(random),
    UserCreatedKey: userKey(random.integer(1, draft.profile.users)),
    DateUpdated: addDays(draft.today, -updatedDaysAgo),
    TimeUpdated: decimalHours(random),
    UserUpdatedKey: userKey(random.integer(1, draft.profile.users))
  };
}

/** The key of the n-th user, as UserCreatedKey and UserUpdatedKey hold it. */
export function userKey(position: number): string {
  return position.toString().padStart(10, '0');
}

function decimalHours(random: Random): string {
  return (random.integer(7 * 60, 18 * 60) / 60).toFixed(5);
}
