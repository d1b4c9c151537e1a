import { describe, expect, it } from 'vitest';
import type { FieldMap, MappingContent } from '../mapping-content.ts';
import { contentOf, fieldMap } from '../merge/test-support/mappings.ts';
import type { MappingSchemas, SalesforceFieldFacts } from '../schemas/mapping-schemas.ts';
import { checkMapping } from './check-mapping.ts';
import { missingFields } from './missing-fields.ts';

function salesforceField(name: string, rest: Partial<SalesforceFieldFacts> = {}): SalesforceFieldFacts {
  return {
    name,
    label: name,
    type: 'string',
    length: 255,
    precision: 0,
    scale: 0,
    createable: true,
    updateable: true,
    required: false,
    restrictedPicklist: false,
    picklistValues: [],
    ...rest
  };
}

const column = (name: string, rest: object = {}) => ({
  name,
  kind: 'text' as const,
  length: 30,
  userDefined: false,
  required: false,
  ...rest
});

const schemas: MappingSchemas = {
  entity: {
    entity: 'customer',
    label: 'Customer',
    table: 'AR_Customer',
    fields: [
      {
        name: 'customerName',
        label: 'Name',
        kind: 'text',
        column: 'AR_Customer.CustomerName',
        writable: 'always',
        required: true
      },
      { name: 'status', label: 'Status', kind: 'code', values: ['active', 'inactive'], writable: 'never' },
      {
        name: 'balance',
        label: 'Balance',
        kind: 'decimal',
        column: 'AR_Customer.CurrentBalance',
        writable: 'never'
      },
      {
        name: 'termsCode',
        label: 'Terms',
        kind: 'code',
        column: 'AR_Customer.TermsCode',
        writable: 'always'
      },
      { name: 'gone', label: 'Gone', kind: 'text', column: 'AR_Customer.Gone', writable: 'always' }
    ]
  },
  tables: [
    {
      name: 'AR_Customer',
      columns: [
        column('CustomerName'),
        column('TermsCode', { length: 2 }),
        column('CurrentBalance', { kind: 'number', length: 14, scale: 2 }),
        column('UDF_REGION', { length: 60, userDefined: true }),
        column('UDF_RATE', { kind: 'number', length: 15, scale: 6, userDefined: true }),
        column('UDF_VIP', { kind: 'flag', length: 1, userDefined: true })
      ]
    }
  ],
  salesforce: {
    name: 'Account',
    fields: [
      salesforceField('Name', { required: true }),
      salesforceField('Region__c', { length: 40 }),
      salesforceField('Balance__c', { type: 'currency', precision: 16, scale: 2 }),
      salesforceField('Vip__c', { type: 'boolean', required: true }),
      salesforceField('Status__c', {
        type: 'picklist',
        restrictedPicklist: true,
        picklistValues: ['Active']
      }),
      salesforceField('Formula__c', { createable: false, updateable: false })
    ]
  },
  filled: { sage: [], salesforce: ['Sage_Key__c'] }
};

const name = fieldMap({ id: 'name', sage: ['customerName'], salesforce: ['Name'] });
const one = (id: string, sage: string, salesforce: string, rest: Partial<FieldMap> = {}) =>
  fieldMap({ id, sage: [sage], salesforce: [salesforce], ...rest });
const fromSage = { direction: 'to-salesforce' } as const;

const problems = (fields: FieldMap[], rest: Partial<MappingContent> = {}) =>
  checkMapping(contentOf([name, ...fields], rest), schemas).map(
    ({ code, field, value, problem }) => `${code} ${field} ${value}: ${problem}`
  );

describe('checkMapping', () => {
  it('when everything fits, then there is no fault', () => {
    expect(
      problems([one('vip', 'UDF_VIP', 'Vip__c'), one('balance', 'balance', 'Balance__c', fromSage)])
    ).toEqual([]);
  });

  it.each<[string, FieldMap[], Partial<MappingContent>, string]>([
    [
      'a column has gone',
      [one('a', 'gone', 'Region__c')],
      {},
      'LB785 fields[a].sage gone: Customer in Sage has no field gone, or it is hidden from the service.'
    ],
    [
      'a field is not there',
      [one('a', 'termsCode', 'No__c')],
      {},
      'LB785 fields[a].salesforce No__c: Account in Salesforce has no field No__c, or it is hidden from the service.'
    ],
    [
      'a filter names none',
      [],
      { filter: { sage: [{ field: 'x', is: 'empty', values: [] }], salesforce: [] } },
      'LB785 filter.sage x: Customer in Sage has no field x, or it is hidden from the service.'
    ],
    [
      'an id comes twice',
      [one('name', 'termsCode', 'Region__c')],
      {},
      'LB785 fields[name] name: Several field maps have this id.'
    ],
    [
      'a field is written twice',
      [one('b', 'termsCode', 'Name', fromSage)],
      {},
      'LB785 fields[name].salesforce Name: It is written by name and b.'
    ],
    [
      'a match key names no field map',
      [],
      { matchKeys: [['name', 'fax']] },
      'LB785 matchKeys[0] fax: No field map has this id.'
    ],
    [
      'Sage reckons a field by itself',
      [one('a', 'balance', 'Balance__c')],
      {},
      'LB785 fields[a].sage balance: Sage does not let the service write it.'
    ],
    [
      'a formula is to be written',
      [one('a', 'termsCode', 'Formula__c')],
      {},
      'LB785 fields[a].salesforce Formula__c: Salesforce does not let the service write it.'
    ],
    [
      'a text is wider than its field',
      [one('a', 'UDF_REGION', 'Region__c')],
      {},
      "LB785 fields[a].salesforce Region__c: It holds 40 characters, and Sage's column has 60."
    ],
    [
      'a number has more digits than its field',
      [one('a', 'UDF_RATE', 'Balance__c', fromSage)],
      {},
      "LB785 fields[a].salesforce Balance__c: It holds 2 digits after the point, and Sage's column has 6."
    ],
    [
      'a number goes into a text',
      [one('a', 'balance', 'Region__c', fromSage)],
      {},
      'LB785 fields[a].salesforce Region__c: It is of type text, and values of type decimal come.'
    ],
    [
      'a one-way transform goes both ways',
      [one('a', 'UDF_REGION', 'Region__c', { transforms: [{ kind: 'cut', length: 40 }] })],
      {},
      'LB785 fields[a].transforms[0] cut: It goes one way, and the field map goes both.'
    ],
    [
      'a transform does not take the type',
      [one('a', 'termsCode', 'Region__c', { transforms: [{ kind: 'not' }] })],
      {},
      'LB785 fields[a].transforms[0] not: not: it does not take values of kind code.'
    ],
    [
      'values are more than fields',
      [one('a', 'termsCode', 'Region__c', { transforms: [{ kind: 'split', separator: '/', parts: 2 }] })],
      {},
      'LB785 fields[a].salesforce Region__c: 2 values come, and there are 1 fields.'
    ],
    [
      'a list lacks a value',
      [one('a', 'status', 'Status__c', fromSage)],
      {},
      'LB785 fields[a].salesforce inactive: Status__c has no such value.'
    ],
    [
      'a value map names none',
      [
        one('a', 'status', 'Status__c', {
          ...fromSage,
          transforms: [
            { kind: 'value-map', pairs: [{ sage: 'active', salesforce: 'On' }], otherwise: { do: 'refuse' } }
          ]
        })
      ],
      {},
      'LB785 fields[a].transforms[0] On: It is none of the values of the field.'
    ],
    [
      'a default is too long',
      [
        one('a', 'termsCode', 'Region__c', {
          whenEmpty: { toSalesforce: { do: 'empty' }, toSage: { do: 'default', value: 'NET30' } }
        })
      ],
      {},
      'LB785 fields[a].whenEmpty NET30: It has 5 characters, and the field takes 2.'
    ]
  ])('when %s, then it is a fault', (_, fields, rest, problem) => {
    expect(problems(fields, rest)).toEqual([problem]);
  });

  it('when a new record would lack what its system needs, then each such field is a fault', () => {
    const content = contentOf([
      one('region', 'UDF_REGION', 'Region__c', { transforms: [{ kind: 'cut', length: 40 }], ...fromSage })
    ]);
    expect(checkMapping(content, schemas).map(({ value }) => value)).toEqual(['Name', 'customerName']);
    expect(checkMapping({ ...content, create: { inSalesforce: false, inSage: false } }, schemas)).toEqual([]);
  });
});

describe('missingFields', () => {
  it('when a field has gone or has another type, then the object is paused with the cause', () => {
    const region = one('region', 'UDF_REGION', 'Region__c', fromSage);
    expect(missingFields(contentOf([name, region]), schemas)).toEqual([]);
    const fields = schemas.salesforce?.fields ?? [];
    const without = { name: 'Account', fields: fields.filter((field) => field.name !== 'Region__c') };
    expect(missingFields(contentOf([name, region]), { ...schemas, salesforce: without })).toMatchObject([
      { code: 'LB783', field: 'fields[region].salesforce', value: 'Region__c' }
    ]);
    const number = {
      ...without,
      fields: [...without.fields, salesforceField('Region__c', { type: 'double' })]
    };
    expect(missingFields(contentOf([name, region]), { ...schemas, salesforce: number })).toMatchObject([
      { code: 'LB783', value: 'Region__c', problem: 'It is of type decimal, and values of type text come.' }
    ]);
  });

  it('when the object itself is not there, then that is the one cause', () => {
    const gone = missingFields(contentOf([name]), { ...schemas, salesforce: undefined });
    expect(gone.map(({ code, field }) => [code, field])).toEqual([['LB783', 'object']]);
  });
});
