import { join } from 'node:path';
import { Connection } from '@jsforce/jsforce-node';
import { type FlowOrg, startFlowOrg } from '../../flow/testing/flow-org.ts';
import { startSession } from '../../rest/oauth-resources.ts';

/** The package of this project. */
export const forceApp = join(import.meta.dirname, '../../../../../force-app');

type Values = Record<string, unknown>;
type Trigger = 'Both' | 'None' | 'Opportunity' | 'Order';

/** An org with the whole package, and what tests of sales orders do with it: all through unmodified jsforce. */
export interface SalesOrg extends FlowOrg {
  /** A client of one of the org's users, such as `rep`. */
  readonly as: (user: string) => Connection;
  /** The administrator creates a record. Answers its id; throws with what the org refuses. */
  readonly create: (object: string, values: Values) => Promise<string>;
  readonly update: (object: string, values: Values & { Id: string }) => Promise<void>;
  readonly read: (object: string, id: string) => Promise<Values>;
  /** Payloads of the order requests that were published and are kept, oldest first. */
  readonly requests: () => readonly Readonly<Values>[];
  /** Begins anew: an active company with this trigger, and a customer with one product in the standard price book. */
  readonly begin: (trigger: Trigger, config?: Values) => Promise<Basis>;
}

export interface Basis {
  readonly accountId: string;
  readonly entryId: string;
  readonly bookId: string;
  readonly configId: string;
}

/** Starts one, of the package or a changed copy of it; it begins with nothing but users. */
export async function startSalesOrg(directory = forceApp): Promise<SalesOrg> {
  const flows = await startFlowOrg(directory);
  const create = async (object: string, values: Values): Promise<string> => {
    const saved = await flows.connection.sobject(object).create(values);
    return saved.id ?? '';
  };
  return {
    ...flows,
    get connection() {
      return flows.connection;
    },
    as: (user) => connectionOf(flows, `${user}@ledger-bridge.example`),
    create,
    update: async (object, values) => {
      await flows.connection.sobject(object).update(values);
    },
    read: (object, id) => flows.connection.sobject(object).retrieve(id),
    requests: () => flows.org.events.kept('Sage_Order_Request__e').map(({ payload }) => payload),
    begin: (trigger, config = {}) => begin(flows, create, { Order_Trigger__c: trigger, ...config })
  };
}

function connectionOf(flows: FlowOrg, username: string): Connection {
  const user = flows.org.access.findUser(username);
  if (!user) throw new Error(`The org has no user ${username}`);
  const { instanceUrl } = flows.connection;
  return new Connection({ instanceUrl, accessToken: startSession(flows.org, user), version: '66.0' });
}

async function begin(flows: FlowOrg, create: SalesOrg['create'], config: Values): Promise<Basis> {
  flows.org.reset();
  const { records } = await flows.connection.query('SELECT Id FROM Pricebook2 WHERE IsStandard = true');
  const bookId = records[0]?.Id ?? '';
  const product = await create('Product2', { Name: 'Drawer file', ProductCode: 'D-1', IsActive: true });
  return {
    bookId,
    entryId: await create('PricebookEntry', {
      Pricebook2Id: bookId,
      Product2Id: product,
      UnitPrice: 84,
      IsActive: true
    }),
    accountId: await create('Account', { Name: 'American Business Futures' }),
    configId: await create('Integration_Config__c', {
      Name: 'ABC',
      Company_Code__c: 'ABC',
      Active__c: true,
      ...config
    })
  };
}

/** An opportunity before it is won. */
export function openOpportunity({ accountId, bookId }: Basis): Values {
  return {
    Name: 'Office',
    AccountId: accountId,
    Pricebook2Id: bookId,
    StageName: 'Negotiation/Review',
    CloseDate: '2026-11-30'
  };
}
