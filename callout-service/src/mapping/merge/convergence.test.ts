import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { FieldValues } from '../field-value.ts';
import type { MergeContext } from './merge-context.ts';
import { mergeRecord } from './merge-record.ts';
import type { Agreed, MergeResult } from './merge.ts';
import { contentOf, contextOf } from './test-support/mappings.ts';
import { randomMapping, shapes, type RandomMapping } from './test-support/random-mappings.ts';
import { keptBySage, keptBySalesforce } from './test-support/systems.ts';
import { transformDefinitions } from '../transforms/definitions.ts';

interface World {
  readonly sage: FieldValues;
  readonly salesforce: FieldValues;
  readonly agreed: Agreed | undefined;
}

const CHANGED = { sage: '2026-01-02T00:00:00Z', salesforce: '2026-01-01T00:00:00Z' };

const cases = randomMapping.chain((mapping) =>
  fc.record({
    mapping: fc.constant(mapping),
    start: mapping.sageRecord,
    sageEdit: mapping.sageRecord,
    salesforceEdit: mapping.salesforceRecord,
    edited: fc.record({ sage: fc.boolean(), salesforce: fc.boolean() })
  })
);

function merge(
  { fields, facts }: RandomMapping,
  world: World,
  context: MergeContext = contextOf(facts)
): MergeResult {
  return mergeRecord(contentOf(fields), { ...world, changedAt: CHANGED }, context);
}

/** Writes what is to be written, and lets each system keep it in its own way. */
function apply({ facts }: RandomMapping, world: World, result: MergeResult): World {
  return {
    sage: keptBySage({ ...world.sage, ...result.toSage }, facts.sage),
    salesforce: keptBySalesforce({ ...world.salesforce, ...result.toSalesforce }, facts.salesforce),
    agreed: result.agreed
  };
}

/** A record of Sage and what it became in Salesforce, in step. */
function inStep(mapping: RandomMapping, sage: FieldValues): World {
  const result = mergeRecord(
    contentOf(mapping.fields),
    { sage, salesforce: undefined, agreed: undefined, changedAt: CHANGED },
    contextOf(mapping.facts)
  );
  expect(result.faults).toEqual([]);
  return apply(mapping, { sage, salesforce: {}, agreed: undefined }, result);
}

const nothing = { toSage: {}, toSalesforce: {}, faults: [] };

describe('records that are merged', () => {
  it('when mappings are made at random, then every transform that goes both ways is among them', () => {
    const used = new Set(shapes.flatMap(({ transforms }) => transforms.map(({ kind }) => kind)));
    const oneWay = ['cut', 'round', 'currency', 'constant', 'first-filled', 'template', 'if'];
    expect([...used, ...oneWay].sort()).toEqual(Object.keys(transformDefinitions).sort());
  });

  it('when a record goes out and comes back, then nothing is to be written on either side', () => {
    fc.assert(
      fc.property(cases, ({ mapping, start }) => {
        const world = inStep(mapping, start);
        expect(merge(mapping, world)).toMatchObject(nothing);
        // A link that lost what was agreed finds the same.
        expect(merge(mapping, { ...world, sage: start, agreed: undefined })).toMatchObject(nothing);
      }),
      { numRuns: 50 }
    );
  });

  it('when both sides are edited at once, then one merge brings them in step and a second one does nothing', () => {
    fc.assert(
      fc.property(cases, ({ mapping, start, sageEdit, salesforceEdit, edited }) => {
        const before = inStep(mapping, start);
        const world = {
          ...before,
          ...(edited.sage && { sage: sageEdit }),
          ...(edited.salesforce && { salesforce: salesforceEdit })
        };
        const result = merge(mapping, world);
        expect(result.faults).toEqual([]);
        const after = apply(mapping, world, result);
        expect(merge(mapping, after)).toMatchObject(nothing);
      }),
      { numRuns: 80 }
    );
  });

  it('when one side alone is edited, then the edit is never undone', () => {
    fc.assert(
      fc.property(cases, ({ mapping, start, sageEdit, salesforceEdit, edited }) => {
        const before = inStep(mapping, start);
        const result = merge(mapping, {
          ...before,
          ...(edited.sage ? { sage: sageEdit } : { salesforce: salesforceEdit })
        });
        expect(edited.sage ? result.toSage : result.toSalesforce).toEqual({});
      }),
      { numRuns: 50 }
    );
  });

  it('when edits of both sides touch different fields, then both hold, in whichever order they are merged', () => {
    fc.assert(
      fc.property(
        cases,
        fc.infiniteStream(fc.boolean()),
        ({ mapping, start, sageEdit, salesforceEdit }, turns) => {
          const before = inStep(mapping, start);
          const inSage = new Set(
            mapping.fields.filter(() => turns.next().value === true).map(({ id }) => id)
          );
          const sage = { ...before.sage };
          const salesforce = { ...before.salesforce };
          for (const map of mapping.fields) {
            if (inSage.has(map.id)) for (const name of map.sage) sage[name] = sageEdit[name] ?? null;
            else for (const name of map.salesforce) salesforce[name] = salesforceEdit[name] ?? null;
          }
          const together = settle(mapping, { ...before, sage, salesforce });
          const first = settle(mapping, { ...before, sage });
          const sageFirst = settle(mapping, {
            ...first,
            salesforce: edited(first.salesforce, salesforce, before.salesforce)
          });
          const second = settle(mapping, { ...before, salesforce });
          const salesforceFirst = settle(mapping, {
            ...second,
            sage: edited(second.sage, sage, before.sage)
          });
          for (const one of [together, sageFirst, salesforceFirst])
            for (const other of [together, sageFirst, salesforceFirst])
              expect(merge(mapping, { ...one, salesforce: other.salesforce })).toMatchObject(nothing);
        }
      ),
      { numRuns: 25 }
    );
  });
});

/** The fields that were edited, on top of what a merge had brought meanwhile. */
function edited(now: FieldValues, wanted: FieldValues, before: FieldValues): FieldValues {
  const changed = Object.entries(wanted).filter(([name, value]) => value !== before[name]);
  return { ...now, ...Object.fromEntries(changed) };
}

/** Merged and written, each system keeping what is written as it is. */
function settle(mapping: RandomMapping, world: World): World {
  const { toSage, toSalesforce, agreed } = merge(mapping, world);
  return {
    sage: { ...world.sage, ...toSage },
    salesforce: { ...world.salesforce, ...toSalesforce },
    agreed
  };
}
