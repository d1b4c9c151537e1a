import { createServer } from 'node:http';
import express, { type Express, type Request, type Response } from 'express';
import { closeServer, listen } from '../src/server/listen.ts';

/** The record that users may see. */
export const ACCOUNT_ID = '001000000000001AAA';
/** A record that exists and that nobody may see. */
export const HIDDEN_ACCOUNT_ID = '001000000000002AAA';

const DATA_API = '/services/data/v66.0';

/** An HTTP answer of the org. */
export interface OrgAnswer {
  readonly status: number;
  readonly body: unknown;
}

/** The few answers of an org that the shell and the shims need, in the shapes that Salesforce documents. */
export interface StandInOrg {
  readonly url: string;
  /** The fields of the visible account; a test changes them behind the page's back. */
  readonly fields: Record<string, string | null>;
  /** What the flow action answers from now on. */
  answerFlow(answer: OrgAnswer): void;
  /** How many accounts a GraphQL query finds from now on. */
  countAccounts(count: number): void;
  /** Every open session becomes invalid, as when an org restarts. */
  endSessions(): void;
  close(): Promise<void>;
}

/** Starts the stand-in on a free port of the loopback interface. */
export async function startStandInOrg(): Promise<StandInOrg> {
  const org = new StandInState();
  const server = createServer(routes(org));
  return {
    url: await listen(server, 0),
    fields: org.fields,
    answerFlow: (answer) => void (org.flowAnswer = answer),
    countAccounts: (count) => void (org.accounts = count),
    endSessions: () => void (org.generation += 1),
    close: () => closeServer(server)
  };
}

/** The answer of a flow that ended with these outputs (Actions Developer Guide, "Flow Actions"). */
export function flowFinished(outputs: Record<string, unknown>): OrgAnswer {
  const outputValues = { ...outputs, Flow__InterviewStatus: 'Finished' };
  return {
    status: 200,
    body: [{ actionName: 'Demo_Flow', errors: null, isSuccess: true, outputValues, version: 1 }]
  };
}

/** The answer when the flow failed or the user may not run it. */
export function flowRefused(message: string): OrgAnswer {
  const errors = [{ statusCode: 'CANNOT_EXECUTE_FLOW_TRIGGER', message, fields: [] }];
  return {
    status: 400,
    body: [{ actionName: 'Demo_Flow', errors, isSuccess: false, outputValues: null, version: 1 }]
  };
}

class StandInState {
  generation = 0;
  accounts = 4;
  flowAnswer = flowFinished({ outcome: 'ANSWERED', responseCode: 200 });
  readonly fields: Record<string, string | null> = {
    Name: 'American Business Futures',
    Sage_Customer_No__c: '01-ABF',
    Phone: '(414) 555-4787',
    BillingCity: 'Milwaukee',
    OwnerId: '005000000000001AAA'
  };

  /** Queries find accounts, of which `first` are shown; mutations are refused. */
  graphqlAnswer(body: unknown): unknown {
    const { query = '', variables } = Object(body) as { query?: string; variables?: { first?: number } };
    if (query.includes('mutation')) {
      const message = 'Required fields are missing: [Name]';
      return { data: { uiapi: null }, errors: [{ message, paths: ['uiapi', 'AccountCreate'] }] };
    }
    const account = { totalCount: this.accounts, first: variables?.first ?? null };
    return { data: { uiapi: { query: { Account: account } } }, errors: [] };
  }

  /** A user's token, good until the next generation. */
  token(username: string): string {
    return `${this.generation}!${username}`;
  }

  userOf(request: Request): string | undefined {
    const [generation, username] = (request.get('authorization') ?? '').replace('Bearer ', '').split('!');
    return generation === String(this.generation) ? username : undefined;
  }
}

function routes(org: StandInState): Express {
  const app = express().use(express.json());
  app.post('/sessions', (request, response) => {
    const username = usernameIn(request.body);
    response.json({ accessToken: org.token(username), userId: `005-${username}`, instanceUrl: '' });
  });
  app.use('/services', (request, response, next) => {
    if (org.userOf(request)) next();
    else refuse(response, 401, 'INVALID_SESSION_ID', 'Session expired or invalid');
  });
  app.get(`${DATA_API}/ui-api/object-info/Account`, (request, response) => {
    response.json(objectInfo(org.userOf(request)?.startsWith('noaccess') ?? false));
  });
  app.get(`${DATA_API}/query`, (request, response) => {
    const { q } = request.query;
    const asksForRights = typeof q === 'string' && q.includes('PermissionSetAssignment');
    const records = asksForRights ? permissionSetRows(org.userOf(request)) : queryRows(org);
    response.json({ done: true, records });
  });
  app.post(`${DATA_API}/graphql`, (request, response) => void response.json(org.graphqlAnswer(request.body)));
  app.get(`${DATA_API}/ui-api/records/:id`, (request, response) => readRecord(org, request, response));
  app.patch(`${DATA_API}/ui-api/records/:id`, (_request, response) => {
    refuse(response, 400, 'FIELD_CUSTOM_VALIDATION_EXCEPTION', 'A Sage customer number looks like 01-ABF.');
  });
  app.post(`${DATA_API}/actions/custom/flow/:name`, (_request, response) => {
    response.status(org.flowAnswer.status).json(org.flowAnswer.body);
  });
  return app;
}

/** Only the administrator holds the permission set that shows the desk. */
function permissionSetRows(username = ''): unknown[] {
  return username.startsWith('admin') ? [{ PermissionSet: { Name: 'Demo_Admin' } }] : [];
}

function usernameIn(body: unknown): string {
  if (typeof body === 'object' && body !== null && 'username' in body) return String(body.username);
  throw new Error('A session needs a username');
}

function refuse(response: Response, status: number, errorCode: string, message: string): void {
  response.status(status).json([{ errorCode, message }]);
}

function readRecord({ fields }: StandInState, request: Request, response: Response): void {
  if (request.params['id'] !== ACCOUNT_ID) {
    refuse(response, 404, 'NOT_FOUND', 'The requested resource does not exist');
    return;
  }
  const wanted = [request.query['fields'], request.query['optionalFields']].flatMap((list) =>
    typeof list === 'string' ? list.split(',') : []
  );
  const names = wanted.map((field) => field.replace('Account.', '')).filter((name) => name in fields);
  const values = names.map((name) => [name, { displayValue: null, value: fields[name] }] as const);
  response.json({
    apiName: 'Account',
    id: ACCOUNT_ID,
    childRelationships: {},
    fields: Object.fromEntries(values)
  });
}

function queryRows({ fields }: StandInState): unknown[] {
  const owner = { Owner: { Name: 'Rita Rep' } };
  return [
    { Id: '001000000000003AAA', Name: 'Shepard Motorworks', Sage_Customer_No__c: '01-SHEPARD', ...owner },
    { Id: ACCOUNT_ID, ...fields, ...owner },
    { Id: '001000000000004AAA', Name: 'Leading Zeros Ltd', Sage_Customer_No__c: '01-000123', ...owner },
    { Id: HIDDEN_ACCOUNT_ID, Name: 'Hidden Holdings', Sage_Customer_No__c: null, ...owner }
  ];
}

function objectInfo(withoutSageFields: boolean): unknown {
  const standard = ['Name', 'Phone', 'BillingCity', 'OwnerId'].map((name) => fieldInfo(name, name, false));
  const sage = fieldInfo('Sage_Customer_No__c', 'Sage Customer No.', true);
  const fields = withoutSageFields ? standard : [...standard, sage];
  return {
    apiName: 'Account',
    label: 'Account',
    labelPlural: 'Accounts',
    fields: Object.fromEntries(fields)
  };
}

function fieldInfo(apiName: string, label: string, custom: boolean) {
  return [apiName, { apiName, label, dataType: 'String', custom }] as const;
}
