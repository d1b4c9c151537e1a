import { passes } from '../conditions.ts';
import type { FieldFault } from '../../errors/ledger-bridge-error.ts';
import type { FieldValue } from '../field-value.ts';
import type { FieldMap, MappingContent } from '../mapping-content.ts';
import { isRefused, type Refusal, type Values } from '../transforms/turning.ts';
import { sameValue } from '../values/same-values.ts';
import { decide, type Verdict } from './decide.ts';
import { MapInContext } from './map-in-context.ts';
import type { MergeContext } from './merge-context.ts';
import type { AgreedValues, FieldDecision, MergeInput } from './merge.ts';
import { otherSide, sideFacts, sideValues, type Side } from './side-values.ts';

/** What became of one field map. */
export interface FieldMerge {
  readonly decision: FieldDecision;
  /** What to write, by field of the side that it goes to. */
  readonly writes: readonly (readonly [field: string, value: FieldValue])[];
  /** What both sides have then; undefined where nothing was ever agreed, and nothing is now. */
  readonly agreed: AgreedValues | undefined;
  readonly fault?: FieldFault;
}

/** Merges the fields of one field map. */
export function mergeField(
  content: MappingContent,
  map: FieldMap,
  input: MergeInput,
  context: MergeContext
): FieldMerge {
  return new FieldMerger(content, map, input, context).merge();
}

class FieldMerger {
  readonly #content: MappingContent;
  readonly #map: FieldMap;
  readonly #input: MergeInput;
  readonly #context: MergeContext;
  readonly #same: MapInContext;
  readonly #now: AgreedValues;
  readonly #agreed: AgreedValues | undefined;

  constructor(content: MappingContent, map: FieldMap, input: MergeInput, context: MergeContext) {
    this.#content = content;
    this.#map = map;
    this.#input = input;
    this.#context = context;
    this.#same = new MapInContext(map, context);
    this.#now = {
      sage: sideValues(map.sage, input.sage),
      salesforce: sideValues(map.salesforce, input.salesforce)
    };
    this.#agreed = input.agreed?.[map.id];
  }

  merge(): FieldMerge {
    const { sage, salesforce } = this.#input;
    const directions = this.#directions();
    if (sage === undefined && salesforce === undefined) return this.#left(undefined);
    if (sage === undefined) return this.#oneWay('salesforce', directions);
    if (salesforce === undefined) return this.#oneWay('sage', directions);
    const [only, ...others] = directions;
    if (only === undefined) return this.#left(undefined);
    if (others.length === 0) return this.#oneWay(only, directions);
    const sides = { ...this.#now, agreed: this.#agreed };
    return this.#follow(decide(this.#map, this.#same, sides, this.#input, this.#content.master));
  }

  /** Sides that values may come from. */
  #directions(): readonly Side[] {
    const allows = (direction: 'to-salesforce' | 'to-sage') =>
      [this.#content.direction, this.#map.direction].every((one) => one === 'both' || one === direction);
    return [
      ...(allows('to-salesforce') ? (['sage'] as const) : []),
      ...(allows('to-sage') ? (['salesforce'] as const) : [])
    ];
  }

  #oneWay(from: Side, directions: readonly Side[]): FieldMerge {
    return directions.includes(from) ? this.#flow(from, undefined) : this.#left(undefined);
  }

  #follow({ flow, by, asAgreed = false }: Verdict): FieldMerge {
    if (flow === 'conflict') return this.#outcome('conflict', by, { agreed: this.#agreed });
    if (flow !== 'equal') return this.#flow(flow, by);
    return this.#outcome('equal', by, { agreed: asAgreed ? this.#agreed : this.#now });
  }

  /** Writes what one side has to the other one. */
  #flow(from: Side, by: FieldDecision['by']): FieldMerge {
    const to = otherSide(from);
    if (!this.#applies(from)) return this.#left(by);
    const carried = this.#same.carried(from, this.#now[from]);
    if (carried === 'keep') return this.#outcome('equal', by, { agreed: this.#now });
    if (isRefused(carried)) {
      return this.#outcome('fault', by, { agreed: this.#agreed, fault: this.#fault(from, carried) });
    }
    const writes = this.#writes(to, carried);
    if (writes.length > 0 && !this.#isWritable(to)) return this.#left(by);
    const result = { ...this.#now, [to]: carried };
    const outcome = writes.length === 0 ? 'equal' : to === 'sage' ? 'to-sage' : 'to-salesforce';
    return this.#outcome(outcome, by, { agreed: result, result, writes });
  }

  #applies(from: Side): boolean {
    const way = from === 'sage' ? 'toSalesforce' : 'toSage';
    return passes(this.#map.onlyIf?.[way] ?? [], this.#input[from] ?? {});
  }

  /** Fields that differ; all of a new record, but those that a new record of Sage fills in by itself. */
  #writes(to: Side, values: Values): FieldMerge['writes'] {
    const facts = sideFacts(this.#map, to, this.#context);
    const isNew = this.#input[to] === undefined;
    return this.#map[to].flatMap((name, index) => {
      const value = values[index] ?? null;
      const isWritten = isNew
        ? to === 'salesforce' || value !== null
        : !sameValue(value, this.#now[to][index] ?? null, facts[index]);
      return isWritten ? [[name, value] as const] : [];
    });
  }

  #isWritable(to: Side): boolean {
    const isNew = this.#input[to] === undefined;
    return sideFacts(this.#map, to, this.#context).every(
      (facts) =>
        facts === undefined || facts.writable === 'always' || (isNew && facts.writable === 'when-new')
    );
  }

  #left(by: FieldDecision['by']): FieldMerge {
    return this.#outcome('left', by, { agreed: this.#agreed });
  }

  #fault(from: Side, { value, problem, fix }: Refusal): FieldFault {
    const given = value ?? this.#now[from].find((one) => one !== null) ?? '';
    return { code: 'LB786', field: this.#map[from].join(', '), value: String(given), problem, fix };
  }

  #outcome(
    outcome: FieldDecision['outcome'],
    by: FieldDecision['by'],
    rest: {
      readonly agreed: AgreedValues | undefined;
      readonly result?: AgreedValues;
      readonly writes?: FieldMerge['writes'];
      readonly fault?: FieldFault;
    }
  ): FieldMerge {
    const { agreed, result = this.#now, writes = [], fault } = rest;
    const decision = { id: this.#map.id, ...this.#now, agreed: this.#agreed, result, outcome, by };
    return { decision, writes, agreed, ...(fault !== undefined && { fault }) };
  }
}
