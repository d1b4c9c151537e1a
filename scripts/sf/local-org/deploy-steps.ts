import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { check, type Setting, type Step } from './step.ts';

const deployAnswer = z.looseObject({
  id: z.string(),
  status: z.string(),
  success: z.boolean(),
  checkOnly: z.boolean(),
  numberComponentsTotal: z.number(),
  numberComponentsDeployed: z.number(),
  numberComponentErrors: z.number(),
  files: z.array(z.looseObject({ fullName: z.string(), type: z.string(), state: z.string() }))
});
const failedAnswer = z.looseObject({
  status: z.string(),
  details: z.looseObject({
    componentFailures: z.array(z.looseObject({ fullName: z.string(), problem: z.string() }))
  })
});
const listed = z.array(z.looseObject({ fullName: z.string(), fileName: z.string() }));

const deployAll = 'project deploy start --source-dir force-app --wait 5';

/** By what the org lists, since a describe shows a user only the fields that a permission set opens. */
async function accountFields({ sf }: Setting): Promise<string[]> {
  const fields = await sf.json('org list metadata --metadata-type CustomField', listed);
  return fields.flatMap(({ fullName }) => (fullName.startsWith('Account.') ? [fullName.slice(8)] : []));
}

async function sageFields(setting: Setting): Promise<number> {
  return (await accountFields(setting)).filter((name) => name.startsWith('Sage_')).length;
}

async function hasField(setting: Setting, name: string): Promise<boolean> {
  return (await accountFields(setting)).includes(name);
}

async function deploy(
  { sf }: Setting,
  command: string,
  env: Readonly<Record<string, string>> = {}
): Promise<z.infer<typeof deployAnswer>> {
  const answer = await sf.json(command, deployAnswer, { env });
  const { status, success, numberComponentErrors } = answer;
  check(success && status === 'Succeeded' && numberComponentErrors === 0, JSON.stringify(answer.details));
  return answer;
}

const statesOf = ({ files }: z.infer<typeof deployAnswer>) =>
  [...Map.groupBy(files, ({ state }) => state)]
    .map(([state, each]) => `${String(each.length)} files ${state}`)
    .join(', ');

/** From an org without the package to one that has all of it; what must not change anything does not. */
export const deploySteps: readonly Step[] = [
  {
    command: 'project deploy start --dry-run',
    run: async (setting) => {
      check((await sageFields(setting)) === 0, 'the org has fields of the package before the deployment');
      const answer = await deploy(setting, `${deployAll} --dry-run`);
      check(answer.checkOnly && (await sageFields(setting)) === 0, 'a dry run has changed the org');
      return `${String(answer.numberComponentsTotal)} components checked, Account has none of their fields`;
    }
  },
  {
    command: 'project deploy start (SOAP)',
    run: async (setting) => {
      const answer = await deploy(setting, deployAll);
      const fields = await sageFields(setting);
      check(fields > 10, `Account has ${String(fields)} fields of the package`);
      return `${String(answer.numberComponentsDeployed)} components; ${statesOf(answer)}; Account has ${String(fields)} new fields`;
    }
  },
  {
    command: 'project deploy start (human output)',
    run: async ({ sf }) => {
      const { output } = await sf.run(deployAll);
      check(output.includes('Status: Succeeded'), output);
      return /Components: .*/.exec(output)?.[0].trim() ?? 'Status: Succeeded';
    }
  },
  {
    command: 'project deploy start (REST)',
    run: async (setting) => {
      const answer = await deploy(setting, deployAll, { SF_ORG_METADATA_REST_DEPLOY: 'true' });
      return `${String(answer.numberComponentsDeployed)} components; ${statesOf(answer)}`;
    }
  },
  {
    command: 'project deploy validate, quick',
    run: async (setting) => {
      const tests = '--test-level RunLocalTests';
      const validated = await deploy(
        setting,
        `project deploy validate --source-dir force-app ${tests} --wait 5`
      );
      const quick = await setting.sf.json(
        `project deploy quick --job-id ${validated.id} --wait 5`,
        z.looseObject({ status: z.string(), id: z.string() })
      );
      check(quick.status === 'Succeeded' && quick.id !== validated.id, JSON.stringify(quick));
      return `${validated.id} validated, ${quick.id} deployed`;
    }
  },
  {
    command: 'project deploy start, with faults',
    run: async (setting) => {
      writeBrokenPackage(join(setting.workplace.project, 'broken'));
      const command = 'project deploy start --source-dir broken --wait 5';
      const { details } = await setting.sf.json(command, failedAnswer, { exitCode: 1 });
      const problems = details.componentFailures.map(({ fullName, problem }) => `${fullName}: ${problem}`);
      check(problems.length === 2, problems.join('; '));
      const { output } = await setting.sf.run(command, { exitCode: 1 });
      check(
        problems.every((problem) => output.includes(problem.split(': ')[0] ?? problem)),
        output
      );
      check(!(await hasField(setting, 'Sound__c')), 'a part of a failed deployment is there');
      return problems.join('; ');
    }
  },
  {
    command: 'project deploy start --post-destructive-changes',
    run: async (setting) => {
      writeSpareField(setting.workplace.project);
      await deploy(setting, 'project deploy start --source-dir spare --wait 5');
      check(await hasField(setting, 'Spare__c'), 'the field has not come');
      const files =
        '--manifest destroy/package.xml --post-destructive-changes destroy/destructiveChangesPost.xml';
      await deploy(setting, `project deploy start ${files} --wait 5`);
      check(!(await hasField(setting, 'Spare__c')), 'the field is still there');
      return 'Account.Spare__c came by one deployment and went by the next';
    }
  },
  {
    command: 'org list metadata',
    run: async ({ sf }) => {
      const flows = await sf.json('org list metadata --metadata-type Flow', listed);
      check(
        flows.some(({ fullName }) => fullName === 'Sage_Customer_Summary'),
        JSON.stringify(flows)
      );
      return flows.map(({ fileName }) => fileName).join(', ');
    }
  }
];

const xml = (root: string, content: string) =>
  `<?xml version="1.0" encoding="UTF-8"?>\n<${root} xmlns="http://soap.sforce.com/2006/04/metadata">${content}</${root}>\n`;
const field = (name: string, more: string) =>
  xml('CustomField', `<fullName>${name}</fullName><label>${name}</label>${more}`);

function write(file: string, text: string): void {
  mkdirSync(join(file, '..'), { recursive: true });
  writeFileSync(file, text);
}

/** A sound field, a lookup that leads nowhere and a formula of a field that is not there. */
function writeBrokenPackage(directory: string): void {
  const fields = join(directory, 'objects/Account/fields');
  const lookup =
    '<type>Lookup</type><referenceTo>Nowhere__c</referenceTo><relationshipName>Lost</relationshipName>';
  write(join(fields, 'Lost__c.field-meta.xml'), field('Lost__c', lookup));
  const formula = '<type>Text</type><formula>Nothing__c &amp; "!"</formula>';
  write(join(fields, 'Wrong__c.field-meta.xml'), field('Wrong__c', formula));
  write(join(fields, 'Sound__c.field-meta.xml'), field('Sound__c', '<type>Text</type><length>10</length>'));
}

/** A field, and what takes it away again. */
function writeSpareField(project: string): void {
  const spare = join(project, 'spare/objects/Account/fields/Spare__c.field-meta.xml');
  write(spare, field('Spare__c', '<type>Text</type><length>10</length>'));
  const version = '<version>66.0</version>';
  const types = '<types><members>Account.Spare__c</members><name>CustomField</name></types>';
  write(join(project, 'destroy/package.xml'), xml('Package', version));
  write(join(project, 'destroy/destructiveChangesPost.xml'), xml('Package', types + version));
}
