import { z } from 'zod';
import { check, type Step } from './step.ts';

/** The user as whom sf works. */
export const username = 'admin@ledger-bridge.example';

const permissionSets = z.looseObject({
  successes: z.array(z.looseObject({ name: z.string(), value: z.string() })),
  failures: z.array(z.unknown())
});

const described = z.looseObject({
  fields: z.array(
    z.looseObject({ name: z.string(), type: z.string(), unique: z.boolean(), externalId: z.boolean() })
  )
});

/** Logs in and knows the org. */
export const logInSteps: readonly Step[] = [
  {
    command: 'org login jwt',
    run: async ({ sf, org, workplace }) => {
      const answer = await sf.json(
        `org login jwt --client-id sf --jwt-key-file ${workplace.keyFile} --username ${username} --instance-url ${org.url} --alias local --set-default`,
        z.looseObject({ orgId: z.string(), username: z.string() })
      );
      check(answer.username === username && answer.orgId.startsWith('00D'), JSON.stringify(answer));
      return `${answer.username} in ${answer.orgId}`;
    }
  },
  {
    command: 'org display',
    run: async ({ sf, org }) => {
      const answer = await sf.json(
        'org display',
        z.looseObject({ instanceUrl: z.string(), connectedStatus: z.string(), apiVersion: z.string() })
      );
      check(answer.connectedStatus === 'Connected', answer.connectedStatus);
      check(answer.instanceUrl.replace(/\/$/, '') === org.url, answer.instanceUrl);
      return `${answer.connectedStatus}, API ${answer.apiVersion}`;
    }
  },
  {
    command: 'org list limits',
    run: async ({ sf }) => {
      const limits = await sf.json(
        'org list limits',
        z.array(z.looseObject({ name: z.string(), max: z.number(), remaining: z.number() }))
      );
      const daily = limits.find(({ name }) => name === 'DailyApiRequests');
      check(daily !== undefined && daily.remaining < daily.max, JSON.stringify(daily));
      return `${String(limits.length)} limits; DailyApiRequests ${String(daily?.remaining)} of ${String(daily?.max)}`;
    }
  }
];

/** What a deployed permission set opens. */
export const accessSteps: readonly Step[] = [
  {
    command: 'org assign permset',
    run: async ({ sf }) => {
      const command = 'data query --query "SELECT Sage_Customer_No__c FROM Account"';
      await sf.run(command, { exitCode: 1 });
      const answer = await sf.json('org assign permset --name Ledger_Bridge_Admin', permissionSets);
      check(answer.successes[0]?.name === username && answer.failures.length === 0, JSON.stringify(answer));
      await sf.run(command);
      return `${answer.successes[0]?.value ?? ''}: its fields could not be queried before, and can now`;
    }
  },
  {
    command: 'sobject describe',
    run: async ({ sf }) => {
      const { fields } = await sf.json('sobject describe --sobject Account', described);
      const number = fields.find(({ name }) => name === 'Sage_Customer_No__c');
      check(number?.type === 'string' && number.unique && number.externalId, JSON.stringify(number));
      const count = fields.filter(({ name }) => name.startsWith('Sage_')).length;
      return `Account has ${String(count)} fields of the package; Sage_Customer_No__c is unique, an external id`;
    }
  }
];
