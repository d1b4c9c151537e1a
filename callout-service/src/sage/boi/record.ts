import type { Decimal } from 'decimal.js';
import type { CalendarDay } from '../../canonical/calendar-day.ts';
import type { ErrorCode } from '../../errors/catalogue.ts';
import type { Plan, StepPlace } from './planned-step.ts';
import type { BoiValue, CallArgument, Expectation, Handle, StepResult } from './protocol.ts';
import { numberGiven, sentDouble, textGiven } from './values.ts';
import { DONE, expectDone, expectKey, NEW_RECORD } from './return-codes.ts';
import { OpenSlot, type Slot } from './slot.ts';

/** What else is known about a call. */
export interface CallContext {
  readonly column?: string;
  /** The field in the words of the request, for the error that names it. */
  readonly field?: string;
  /** What Sage is to take: shown to people, never logged. */
  readonly value?: string;
  /** Whether the call may change Sage's files. Default false. */
  readonly commits?: boolean;
  /** Default: 1 and -1 go on, anything else is an error. Null: any return value goes on. */
  readonly expect?: Expectation | null;
  /** Codes of errors for return values that are refused, where they are other than LB511. */
  readonly refusedAs?: Readonly<Record<number, ErrorCode>>;
}

/** Options of setKey. */
export interface KeyContext {
  /** Default `either`. Another record than the one wanted is an error, and the batch stops there. */
  readonly wanted?: 'new' | 'existing' | 'either';
  /** Code when an existing record was wanted and there is none, as LB403. Default LB511. */
  readonly missingAs?: ErrorCode;
  readonly field?: string;
}

/**
 * What header and lines have in common: key, values, write. Nothing runs before the work is sent; results stand in slots
 * then. A call that Sage refuses ends the batch and rejects `send`: LB510 when the record is in use, else LB511, with the
 * column in its detail and Sage's own words in its faults.
 */
export class BoiRecord {
  readonly handle: Handle;
  readonly #plan: Plan;
  readonly #object: string;

  constructor(plan: Plan, handle: Handle, object: string) {
    this.#plan = plan;
    this.handle = handle;
    this.#object = object;
  }

  /** nSetKeyValue for a part of the key, which is a text. */
  setKeyValue(column: string, value: string, field = column): void {
    this.call('nSetKeyValue', [`${column}$`, value], { column, field, value });
  }

  /** nSetKey, with the parts set before, or with the whole key as `key`. Locks the record. */
  setKey(context: KeyContext = {}, key?: string): Slot<'new' | 'existing'> {
    const wanted = context.wanted ?? 'either';
    const slot = new OpenSlot<'new' | 'existing'>();
    this.#add('nSetKey', key === undefined ? [] : [key], {
      ...(context.field === undefined ? {} : { field: context.field }),
      expect: expectKey[wanted],
      refusedAs: { [DONE]: 'LB525', [NEW_RECORD]: context.missingAs ?? 'LB511' },
      take: ({ value }) => slot.fill(value === NEW_RECORD ? 'new' : 'existing')
    });
    return slot;
  }

  /** nSetValue of a text column. */
  setText(column: string, value: string, field = column): void {
    this.call('nSetValue', [`${column}$`, value], { column, field, value });
  }

  /** nSetValue of a number column, from a plain decimal text. Throws a RangeError when a double cannot hold it. */
  setNumber(column: string, value: string, field = column): void {
    this.call('nSetValue', [column, sentDouble(value)], { column, field, value });
  }

  /** nSetValue of a date column, which Sage takes as `20260131`. */
  setDate(column: string, day: CalendarDay, field = column): void {
    this.call('nSetValue', [`${column}$`, day.replaceAll('-', '')], { column, field, value: day });
  }

  /** nGetValue of a text column, by reference; dates come as `20260131`. */
  text(column: string): Slot<string> {
    const slot = new OpenSlot<string>();
    this.#get([`${column}$`, { out: 'string' }], column, (out) => slot.fill(textGiven(out, column)));
    return slot;
  }

  /** nGetValue of a number column, by reference: the decimal number that its double stands for. */
  number(column: string): Slot<Decimal> {
    const slot = new OpenSlot<Decimal>();
    this.#get([column, { out: 'number' }], column, (out) => slot.fill(numberGiven(out, column)));
    return slot;
  }

  /** Asks Sage for the next number by reference, as `nGetNextSalesOrderNo`. It is used up, whatever comes after. */
  nextNumber(member: string): Slot<string> {
    const slot = new OpenSlot<string>();
    this.#add(member, [{ out: 'string' }], {
      take: ({ out }) => slot.fill(textGiven(out?.[0], member))
    });
    return slot;
  }

  /** Reads a property, as `sLastErrorMsg` or `nLineKey`. */
  property(member: string): Slot<BoiValue> {
    const slot = new OpenSlot<BoiValue>();
    this.#plan.add({
      step: { op: 'get', on: this.handle, member },
      place: { object: this.#object, member },
      commits: false,
      take: ({ value }) => slot.fill(value ?? null)
    });
    return slot;
  }

  /** Any call that has no method of its own. Gives the whole result. */
  call(member: string, args: readonly CallArgument[] = [], context: CallContext = {}): Slot<StepResult> {
    const slot = new OpenSlot<StepResult>();
    this.#add(member, args, { ...context, take: (result) => slot.fill(result) });
    return slot;
  }

  #get(args: readonly CallArgument[], column: string, take: (out: BoiValue | undefined) => void): void {
    this.#add('nGetValue', args, { column, take: ({ out }) => take(out?.[0]) });
  }

  #add(
    member: string,
    args: readonly CallArgument[],
    context: CallContext & { readonly take: (result: StepResult) => void }
  ): void {
    const { commits = false, expect = expectDone, refusedAs, take, column, field, value } = context;
    const place: StepPlace = {
      object: this.#object,
      member,
      ...(column === undefined ? {} : { column }),
      ...(field === undefined ? {} : { field }),
      ...(value === undefined ? {} : { value })
    };
    this.#plan.add({
      step: { op: 'call', on: this.handle, member, args, ...(expect === null ? {} : { expect }) },
      place,
      commits,
      ...(refusedAs === undefined ? {} : { refusedAs }),
      take
    });
  }
}
