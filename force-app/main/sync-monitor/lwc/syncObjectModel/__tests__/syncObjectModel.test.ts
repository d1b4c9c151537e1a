import {
  asPairName,
  countsInWords,
  filterInWords,
  pairInWords,
  pairNames,
  pairs,
  readFilter,
  readMappings,
  readSageZone,
  readSyncObject,
  usualFields,
  writeFilter
} from 'c/syncObjectModel';

/** Components know no types of Node; the tests run in the project's folder. */
interface Files {
  readdirSync(path: string): string[];
  readFileSync(path: string, encoding: 'utf8'): string;
}
const { readdirSync, readFileSync } = jest.requireActual<Files>('node:fs');

const service = 'callout-service/src';
const sourceOf = (path: string) => readFileSync(`${service}/${path}`, 'utf8');

/** The pairs as the service's own code describes them. */
const described = () => {
  const files = readdirSync(`${service}/sync/pairs`).filter((name) => name.endsWith('-pair.ts'));
  return files.flatMap((file) => {
    const source = sourceOf(`sync/pairs/${file}`);
    const name = asPairName(/name: '([^']+)'/.exec(source)?.[1]);
    if (name === undefined) return [];
    const dependsOn = [...(/dependsOn: \[([^\]]*)\]/.exec(source)?.[1] ?? '').matchAll(/'([^']+)'/g)];
    const goesBothWays = /directions: \[[^\]]*'to-sage'/.test(source);
    return [{ name, goesBothWays, dependsOn: dependsOn.map((each) => each[1]) }];
  });
};

describe('the pairs of the page', () => {
  it('when they are held against the service, then names, directions and dependencies are its own', () => {
    const names = [...sourceOf('sync/pairs/pair-names.ts').matchAll(/^ {2}'([^']+)'/gm)].map(
      (each) => each[1]
    );
    expect(pairNames).toEqual(names);
    const theirs = described();
    expect(theirs).toHaveLength(13);
    for (const { name, goesBothWays, dependsOn } of theirs) {
      expect({ name, ...pairs[name] }).toMatchObject({ name, goesBothWays, dependsOn });
    }
  });

  it.each([
    ['Account-customer', 'account-customer', 'Salesforce_Filter__c'],
    ['Account-ship-to', 'account-ship-to', 'Salesforce_Filter__c'],
    ['Product2-item', 'product-item', 'Sage_Filter__c'],
    ['PricebookEntry-price', 'product-item', 'Sage_Filter__c'],
    ['Sage_Payment__c-payment', 'payment', 'Salesforce_Filter__c']
  ] as const)('when %s is set up, then it has the filter of the packaged mapping', (pair, file, filter) => {
    const condition = /filter: .*\{ field: '([^']+)', is: '([^']+)', values: \[(?:'([^']+)')?\] \}/;
    const [, field, is, value] = condition.exec(sourceOf(`mapping/defaults/${file}.ts`)) ?? [];
    const fields = usualFields(pair, { configId: 'a00000000000001AAA', code: 'ABC' });
    expect(readFilter(String(fields[filter]))).toEqual([
      { field, is, values: value === undefined ? [] : [value] }
    ]);
  });

  it('when the service tells its status, then the zone of Sage is found in it', () => {
    const template = /finding: `(At the Sage server[^`]*)`/.exec(
      sourceOf('inquiry/status/prerequisites.ts')
    )?.[1];
    const finding = (template ?? '').replace('${timeZone}', 'America/Chicago').replace('${there}', 'noon');
    const prerequisites = [
      { name: 'sage', finding: 'Sage answers, in 12 ms.' },
      { name: 'timeZone', finding }
    ];
    expect(readSageZone(JSON.stringify({ prerequisites }))).toBe('America/Chicago');
    expect(readSageZone(JSON.stringify({ prerequisites: [] }))).toBeUndefined();
  });

  it('when a pair is called the same on both sides, then it is named once', () => {
    expect(pairInWords('Account-customer')).toBe('Accounts and Customers');
    expect(pairInWords('Contact-contact')).toBe('Contacts');
  });

  it('when a pair is set up, then it is off, marks what vanishes, and writes to Sage only where that can be', () => {
    const company = { configId: 'a00000000000001AAA', code: 'ABC' };
    expect(usualFields('Contact-contact', company)).toMatchObject({
      Sync_Key__c: 'ABC:Contact-contact',
      Integration_Config__c: company.configId,
      Active__c: false,
      Direction__c: 'Both',
      Create_In_Sage__c: true,
      Check_Every_Seconds__c: 60,
      Schedule__c: null,
      When_Vanished__c: 'Mark'
    });
    expect(usualFields('Sage_Report__c-report', company)).toMatchObject({
      Direction__c: 'To Salesforce',
      Create_In_Sage__c: false,
      Check_Every_Seconds__c: null,
      Schedule__c: '0 5 * * *'
    });
  });
});

describe('filters', () => {
  it.each([
    ['', ''],
    ['[]', ''],
    ['[{"field":"status","is":"equal","values":["A"]}]', 'status is A'],
    ['[{"field":"type","is":"one-of","values":["A","B"]}]', 'type is one of A or B'],
    [
      '[{"field":"a","is":"not-empty"},{"field":"b","is":"more","values":["5"]}]',
      'a is not empty and b is more than 5'
    ],
    ['{', 'The filter is no list of conditions. Correct it: the mapping cannot be published with it.'],
    ['{}', 'The filter is no list of conditions. Correct it: the mapping cannot be published with it.']
  ])('when it is %s, then it says "%s"', (text, words) => {
    expect(filterInWords(text)).toBe(words);
  });

  it('when it is read and written, then it is the same; without conditions it is empty', () => {
    const text = '[{"field":"status","is":"equal","values":["A"]}]';
    expect(writeFilter(readFilter(text) ?? [])).toBe(text);
    expect(writeFilter([])).toBe('');
    expect(readFilter('[1]')).toBeUndefined();
    expect(readFilter('[{"field":"a","is":"like","values":[]}]')).toBeUndefined();
    expect(readFilter('[{"field":"a","is":"equal","values":[1]}]')).toBeUndefined();
  });
});

describe('what comes from outside', () => {
  it('when a record is of a pair that this version does not know, then it is left out', () => {
    expect(readSyncObject({ Id: 'x', Object_Pair__c: { value: 'Lead-lead' } })).toBeUndefined();
    expect(() => readSyncObject(null)).toThrow('record: expected an object');
  });

  it('when a record says little, then the rest is as the service takes it', () => {
    expect(readSyncObject({ Id: 'x', Object_Pair__c: { value: 'Contact-contact' } })).toMatchObject({
      id: 'x',
      active: false,
      everySeconds: undefined,
      schedule: '',
      maxVanishedPercent: 20,
      whenVanished: 'Keep',
      lastRunAt: undefined
    });
  });

  it('when mappings are listed, then their versions are read; another answer is refused', () => {
    expect(readMappings('{"mappings":[{"pair":"Contact-contact","version":3}]}')).toEqual([
      { pair: 'Contact-contact', version: 3 }
    ]);
    expect(() => readMappings('{"mappings":[{}]}')).toThrow('expected a text');
  });

  it('when a run did little, then only that is told', () => {
    const counts = { read: 1204, created: 3, updated: 0, unchanged: 0, skipped: 0, failed: 1 };
    expect(countsInWords(counts)).toBe('1,204 looked at, 3 created, 1 failed');
    expect(countsInWords({ ...counts, read: 0, created: 0, failed: 0 })).toBe('0 looked at');
  });
});
