import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import type { Sf } from './sf.ts';
import { check, type Step } from './step.ts';

const bulkRows = 500;

const queryAnswer = z.looseObject({
  totalSize: z.number(),
  done: z.boolean(),
  records: z.array(z.looseObject({ attributes: z.looseObject({ type: z.string() }) }))
});
const savedAnswer = z.looseObject({ id: z.string(), success: z.boolean() });
const treeAnswer = z.array(z.looseObject({ refId: z.string(), id: z.string() }));
const bulkAnswer = z.looseObject({
  jobInfo: z.looseObject({
    state: z.string(),
    numberRecordsProcessed: z.number(),
    numberRecordsFailed: z.number()
  })
});

async function count(sf: Sf, condition: string): Promise<number> {
  const soql = `SELECT Id FROM Account WHERE ${condition}`;
  return (await sf.json(`data query --query "${soql}"`, queryAnswer)).totalSize;
}

/** Records one by one and by their hundreds, in fields that the deployment has brought. */
export const dataSteps: readonly Step[] = [
  {
    command: 'data import tree',
    run: async ({ sf }) => {
      const records = await sf.json('data import tree --files config/demo/Account.json', treeAnswer);
      const linked = await count(sf, 'Sage_Customer_No__c != null');
      check(records.length > 0 && linked > 0, `${String(records.length)} records, ${String(linked)} linked`);
      return `${String(records.length)} accounts of config/demo, ${String(linked)} of them linked to Sage`;
    }
  },
  {
    command: 'data create, get, update, delete record',
    run: async ({ sf }) => {
      const values = `"Name='Wire & Sons' Sage_Customer_No__c='01-WIRE' Sage_Amount_Due__c=12.5"`;
      const { id } = await sf.json(`data create record --sobject Account --values ${values}`, savedAnswer);
      const update = `"Sage_Amount_Due__c=99.95"`;
      const where = `"Sage_Customer_No__c='01-WIRE'"`;
      await sf.json(`data update record --sobject Account --where ${where} --values ${update}`, savedAnswer);
      const record = await sf.json(
        `data get record --sobject Account --record-id ${id}`,
        z.looseObject({ Id: z.string(), Name: z.string(), Sage_Amount_Due__c: z.number() })
      );
      check(record.Sage_Amount_Due__c === 99.95 && record.Name === 'Wire & Sons', JSON.stringify(record));
      await sf.json(`data delete record --sobject Account --record-id ${id}`, savedAnswer);
      check((await count(sf, `Id = '${id}'`)) === 0, 'the record is still there');
      return `${id}: 12.5, then 99.95, then gone`;
    }
  },
  {
    command: 'data query (human, json, csv)',
    run: async ({ sf }) => {
      const query =
        'data query --query "SELECT Name, Sage_Customer_No__c FROM Account WHERE Sage_Customer_No__c = \'01-ABF\'"';
      const { stdout: human } = await sf.run(query);
      check(/NAME/i.test(human) && human.includes('01-ABF') && human.includes('records retrieved: 1'), human);
      const { stdout: csv } = await sf.run(`${query} --result-format csv`);
      check(/^Name,Sage_Customer_No__c\n.*,01-ABF/m.test(csv), csv);
      const { totalSize, records } = await sf.json(query, queryAnswer);
      check(totalSize === 1 && records[0]?.['Sage_Customer_No__c'] === '01-ABF', JSON.stringify(records));
      return `the same account three times: ${String(records[0]?.['Name'])}`;
    }
  },
  {
    command: 'data query of a field that is not there',
    run: async ({ sf }) => {
      const { output } = await sf.run('data query --query "SELECT Nothing__c FROM Account"', { exitCode: 1 });
      const said = /No such column 'Nothing__c' on entity 'Account'/.exec(output)?.[0];
      check(said !== undefined, output);
      return said ?? '';
    }
  },
  {
    command: 'data upsert bulk',
    run: async ({ sf, workplace }) => {
      const file = join(workplace.project, 'accounts.csv');
      const upsert = `data upsert bulk --sobject Account --file ${file} --external-id Sage_Customer_No__c --wait 5`;
      writeFileSync(file, accountsCsv('first'));
      const first = (await sf.json(upsert, bulkAnswer)).jobInfo;
      writeFileSync(file, accountsCsv('second'));
      const second = (await sf.json(upsert, bulkAnswer)).jobInfo;
      const renamed = await count(sf, "Name LIKE 'second %'");
      check(
        first.numberRecordsProcessed === bulkRows && first.numberRecordsFailed === 0,
        JSON.stringify(first)
      );
      check(second.state === 'JobComplete' && renamed === bulkRows, `${String(renamed)} renamed`);
      return `${String(bulkRows)} rows created, the same ${String(renamed)} updated`;
    }
  },
  {
    command: 'data export bulk',
    run: async ({ sf, workplace }) => {
      const file = join(workplace.project, 'exported.csv');
      const soql = "SELECT Name, Sage_Customer_No__c FROM Account WHERE Name LIKE 'second %'";
      await sf.run(`data export bulk --query "${soql}" --output-file ${file} --result-format csv --wait 5`);
      const [head, ...rows] = readFileSync(file, 'utf8').trim().split('\n');
      check(
        head === '"Name","Sage_Customer_No__c"' && rows.length === bulkRows,
        `${String(head)}, ${String(rows.length)}`
      );
      return `${String(rows.length)} rows`;
    }
  }
];

function accountsCsv(name: string): string {
  const rows = Array.from({ length: bulkRows }, (_none, index) => {
    const number = String(index).padStart(4, '0');
    return `${name} ${number},01-B${number}`;
  });
  return ['Name,Sage_Customer_No__c', ...rows, ''].join('\n');
}
