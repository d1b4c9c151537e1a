import { describe, expect, it } from 'vitest';
import { pairNames } from '../../sync/pairs/pair-names.ts';
import { entityDescription } from '../entities/entities.ts';
import { mappingContentSchema, type MappingContent } from '../mapping-content.ts';
import { packagedLineMapping, packagedMapping } from './packaged-mappings.ts';

const contents = pairNames.flatMap((pair) => [
  packagedMapping(pair),
  ...[packagedLineMapping(pair) ?? []].flat()
]);

/** `Sage_Invoice_Line__c-invoice-line` → the fields of `invoice-line`. */
function entityFields({ object }: MappingContent) {
  const entity = object.slice(object.indexOf('-') + 1);
  const fields = entityDescription(entity)?.fields ?? [];
  return new Map(fields.map((field) => [field.name, field]));
}

describe.each(contents.map((content) => ({ content, object: content.object })))(
  'the packaged mapping $object',
  ({ content }) => {
    const known = entityFields(content);

    it('when it is read as one that an admin publishes, then it is one', () => {
      expect(mappingContentSchema.parse(content)).toEqual(content);
    });

    it('when field maps and match keys are named, then each name is one of the mapping, and its only one', () => {
      const ids = content.fields.map(({ id }) => id);
      expect(new Set(ids).size).toBe(ids.length);
      expect(ids).toEqual(expect.arrayContaining(content.matchKeys.flat()));
    });

    it('when it names fields of Sage, then the entity has them', () => {
      const named = [
        ...content.fields.flatMap(({ sage }) => sage),
        ...content.filter.sage.map(({ field }) => field)
      ];
      expect(named.filter((name) => !known.has(name))).toEqual([]);
    });

    it('when it writes a field of Salesforce, then no other field map does', () => {
      const written = content.fields.flatMap(({ salesforce }) => salesforce);
      expect(new Set(written).size).toBe(written.length);
    });

    it('when a value goes to Sage, then Sage takes it', () => {
      const toSage = content.fields.filter(({ direction }) => direction !== 'to-salesforce');
      const refused = toSage
        .flatMap(({ sage }) => sage)
        .filter((name) => known.get(name)?.writable === 'never');
      expect(refused).toEqual([]);
      expect(toSage.length > 0).toBe(content.direction !== 'to-salesforce');
    });

    it.runIf(content.create.inSage)(
      'when it makes new records in Sage, then nothing that Sage insists on is missing',
      () => {
        const toSage = content.fields.filter(({ direction }) => direction !== 'to-salesforce');
        const given = new Set(toSage.flatMap(({ sage }) => sage));
        const missing = [...known.values()].filter(
          ({ name, required }) => required === true && !given.has(name)
        );
        expect(missing).toEqual([]);
      }
    );

    it('when a code of Sage is put in words, then every value that the entity knows has its word', () => {
      const wordless = content.fields.flatMap(({ sage, transforms }) =>
        transforms.flatMap((transform) => {
          if (transform.kind !== 'value-map') return [];
          const inMap = new Set(transform.pairs.map((pair) => pair.sage));
          return (known.get(sage[0] ?? '')?.values ?? []).filter((value) => !inMap.has(value));
        })
      );
      expect(wordless).toEqual([]);
    });
  }
);

it('when there is no such pair, then LB787 says so', () => {
  expect(() => packagedMapping('Account-lead')).toThrow(expect.objectContaining({ code: 'LB787' }));
});
