import { describe, expect, it } from 'vitest';
import { contentOf, fieldMap } from '../merge/test-support/mappings.ts';
import { compareMappings, describeDifferences } from './compare-mappings.ts';

const name = fieldMap({ id: 'name', sage: ['customerName'], salesforce: ['Name'] });
const fax = fieldMap({ id: 'fax', sage: ['faxNo'], salesforce: ['Fax'], direction: 'to-salesforce' });

describe('compareMappings', () => {
  it('when only the order differs, then nothing does', () => {
    const { id, sage, ...rest } = name;
    const found = compareMappings(contentOf([name, fax]), contentOf([fax, { ...rest, sage, id }]));
    expect(describeDifferences(found)).toEqual([]);
  });

  it('when settings and field maps differ, then each difference is told', () => {
    const after = contentOf([{ ...name, conflict: 'ask', transforms: [{ kind: 'trim' }] }], {
      master: 'salesforce',
      create: { inSalesforce: true, inSage: false }
    });
    expect(describeDifferences(compareMappings(contentOf([name, fax]), after))).toEqual([
      'master: "sage" becomes "salesforce".',
      'create.inSage: true becomes false.',
      'fax is gone: faxNo → Fax.',
      'name, transforms: [] becomes [{"kind":"trim"}].',
      'name, conflict: "sage-wins" becomes "ask".'
    ]);
    expect(describeDifferences(compareMappings(contentOf([name]), contentOf([name, fax])))).toEqual([
      'fax is new: faxNo → Fax.'
    ]);
  });
});
