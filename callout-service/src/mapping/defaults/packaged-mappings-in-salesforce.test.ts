import { join } from 'node:path';
import type { RunningOrg } from '@ledger-bridge/org-emulator';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { allTables } from '../../sage/catalogue/all-tables.ts';
import type { ColumnType } from '../../sage/catalogue/column-type.ts';
import type { SalesforceFieldDescription } from '../../salesforce/port/salesforce-schema.ts';
import type { Salesforce } from '../../salesforce/port/salesforce.ts';
import { connectTo } from '../../salesforce/test-support/connected.ts';
import { startLocalOrg } from '../../salesforce/test-support/local-org.ts';
import { objectPairs } from '../../sync/pairs/object-pairs.ts';
import { pairNames } from '../../sync/pairs/pair-names.ts';
import type { TableFacts } from '../../rules/written-values/written-value.ts';
import { checkMapping } from '../check/check-mapping.ts';
import type { EntityField } from '../entities/entity-description.ts';
import { entityDescription } from '../entities/entities.ts';
import type { FieldKind } from '../field-value.ts';
import type { FieldMap, MappingContent } from '../mapping-content.ts';
import { packagedLineMapping, packagedMapping } from './packaged-mappings.ts';

/** Types of a describe that take values of a kind as they are. */
const takes: Readonly<Record<FieldKind, readonly string[]>> = {
  text: ['string', 'textarea', 'phone', 'url', 'email', 'picklist'],
  code: ['string', 'textarea', 'picklist'],
  decimal: ['currency', 'double', 'percent'],
  integer: ['int', 'double'],
  flag: ['boolean'],
  day: ['date'],
  moment: ['datetime'],
  reference: ['reference', 'string']
};

const KINDS = { string: 'text', decimal: 'number', date: 'date' } as const;

/** The columns of the release that the catalogue is of. */
const tables: readonly TableFacts[] = allTables.map(({ name, columns }) => ({
  name,
  columns: Object.entries(columns).map(([column, type]) => ({
    name: column,
    kind: KINDS[type.kind],
    ...(type.kind === 'string' && { length: type.length }),
    ...(type.kind === 'decimal' && { length: type.precision, scale: type.scale }),
    userDefined: false,
    required: false
  }))
}));

let org: RunningOrg;
let salesforce: Salesforce;

beforeAll(async () => {
  org = await startLocalOrg({ packageDirectory: join(import.meta.dirname, '../../../../force-app') });
  salesforce = connectTo(org, { username: 'integration@ledger-bridge.example' });
});
afterAll(async () => {
  await salesforce.close();
  await org.close();
});

const documents = pairNames.map((pair) => ({ object: pair, content: packagedMapping(pair) }));
const lines = pairNames.flatMap((pair) => {
  const content = packagedLineMapping(pair);
  return content === undefined ? [] : [{ object: content.object, content }];
});

describe.each([...documents, ...lines])('the packaged mapping $object in the org', ({ content }) => {
  let described: ReadonlyMap<string, SalesforceFieldDescription>;

  beforeAll(async () => {
    const { fields } = (await salesforce.schema.describe(salesforceObject(content))) ?? { fields: [] };
    described = new Map(fields.map((field) => [field.name, field]));
  });

  it('when its fields are looked up as the service, then the service may read and write them', () => {
    const named = content.fields.flatMap((map) => map.salesforce.map((name) => ({ name, map })));
    const unfit = named.filter(({ name, map }) => {
      const field = described.get(name);
      return field === undefined || (map.direction !== 'to-sage' && !(field.createable && field.updateable));
    });
    expect(unfit.map(({ name }) => name)).toEqual([]);
    const filtered = content.filter.salesforce.map(({ field }) => field);
    expect(filtered.filter((name) => !described.has(name))).toEqual([]);
  });

  it('when a value goes as it is, then the types and lengths of both sides fit', () => {
    const unfit = content.fields
      .filter(({ sage, salesforce: names, transforms }) => {
        return sage.length === 1 && names.length === 1 && transforms.length === 0;
      })
      .filter((map) => !fits(entityField(content, map), described.get(map.salesforce[0] ?? '')));
    expect(unfit.map(({ id }) => id)).toEqual([]);
  });

  it('when a code is put in words, then a picklist has the words', () => {
    const missing = content.fields.flatMap(({ salesforce: [name = ''], transforms }) => {
      const field = described.get(name);
      if (!field?.restrictedPicklist) return [];
      const words = transforms.flatMap((each) => (each.kind === 'value-map' ? each.pairs : []));
      return words.map((pair) => pair.salesforce).filter((word) => !field.picklistValues.includes(word));
    });
    expect(missing).toEqual([]);
  });

  it('when it is checked as one that is published, then nothing is at fault', () => {
    const entity = entityOf(content);
    if (entity === undefined) throw new Error(`there is no entity of ${content.object}`);
    const faults = checkMapping(content, {
      entity,
      tables,
      salesforce: { name: salesforceObject(content), fields: [...described.values()] },
      filled: { sage: [], salesforce: filledOtherwise(content) }
    });
    expect(faults).toEqual([]);
  });
});

it('when a pair names a field for its key or a reference, then the service may write it', async () => {
  const unfit: string[] = [];
  for (const pair of objectPairs) {
    for (const each of [pair, ...(pair.lines === undefined ? [] : [pair.lines])]) {
      const parent = 'parentField' in each ? [each.parentField] : [];
      const names = [each.keyField, ...parent, ...each.references.map(({ field }) => field)];
      const description = await salesforce.schema.describe(each.salesforceObject);
      const known = new Map(description?.fields.map((field) => [field.name, field]));
      unfit.push(
        ...names.filter((name) => known.get(name)?.createable !== true).map((name) => `${pair.name} ${name}`)
      );
      const key = known.get(each.keyField);
      if (key?.externalId !== true) unfit.push(`${pair.name} ${each.keyField} is no external id`);
    }
  }
  expect(unfit).toEqual([]);
});

function salesforceObject({ object }: MappingContent): string {
  return object.slice(0, object.indexOf('-'));
}

function entityOf({ object }: MappingContent) {
  return entityDescription(object.slice(object.indexOf('-') + 1));
}

function entityField(content: MappingContent, map: FieldMap): EntityField | undefined {
  return entityOf(content)?.fields.find(({ name }) => name === map.sage[0]);
}

function filledOtherwise(content: MappingContent): string[] {
  return objectPairs.flatMap((pair) => {
    const part = pair.name === content.object ? pair : pair.lines;
    if (part?.salesforceObject !== salesforceObject(content)) return [];
    const parent = 'parentField' in part ? [part.parentField] : [];
    return [part.keyField, ...parent, ...part.references.map(({ field }) => field)];
  });
}

function fits(field: EntityField | undefined, described: SalesforceFieldDescription | undefined): boolean {
  if (field === undefined || described === undefined || !takes[field.kind].includes(described.type))
    return false;
  const column = columnOf(field);
  if (column?.kind === 'string' && (field.kind === 'text' || field.kind === 'code'))
    return described.type === 'picklist' || described.length >= column.length;
  if (column?.kind === 'decimal') return described.scale >= column.scale;
  return true;
}

function columnOf({ column = '' }: EntityField): ColumnType | undefined {
  const [table, name = ''] = column.split('.');
  return allTables.find((each) => each.name === table)?.columns[name];
}
