import { cpSync, mkdtempSync, rmSync } from 'node:fs';
import { createServer as createHttpServer } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Connection } from '@jsforce/jsforce-node';
import { z } from 'zod';
import { close, listen } from '../../listen.ts';
import { createOrg, type Org } from '../../org.ts';
import { createServer } from '../../server.ts';
import { type StandIn, startStandIn } from '../../testing/sage-stand-in.ts';
import { startSession } from '../../rest/oauth-resources.ts';
import { fixturePackage, privateKeyPem } from '../../testing/test-org.ts';
import type { FlowTrace } from '../trace/flow-trace.ts';

const fixtureFlows = join(import.meta.dirname, '../../../fixtures/flows');

/** An org with the fixture flows: a client of it, the service it calls, and the org itself to look inside. */
export interface FlowOrg {
  readonly org: Org;
  readonly service: StandIn;
  /** A client with a new session, since moved clocks end sessions. */
  readonly connection: Connection;
  /** Runs a flow by REST; answers its outputs, or throws with what the action says. */
  readonly run: (flow: string, inputs?: Record<string, unknown>) => Promise<Record<string, unknown>>;
  /** The last run of a flow. */
  readonly traceOf: (flow: string) => FlowTrace;
  readonly close: () => Promise<void>;
}

const results = z.array(
  z.object({ isSuccess: z.boolean(), errors: z.unknown(), outputValues: z.record(z.string(), z.unknown()) })
);

/**
 * Starts one, of the administrator. `directory` is a package of its own instead of the fixtures; `namespace` is what
 * the package's names get as prefix.
 */
export async function startFlowOrg(directory?: string, namespace?: string): Promise<FlowOrg> {
  const made = directory === undefined ? fixtures() : undefined;
  const service = await startStandIn();
  const org = createOrg({
    packageDirectory: directory ?? made ?? '',
    certificates: { Sage_Callout_Signing: privateKeyPem },
    // The fixtures have one named credential, the real package has one for each role.
    namedCredentialUrls: {
      Sage_Callout_Reader: service.url,
      ...(directory !== undefined && { Sage_Callout_Admin: service.url })
    },
    namespace
  });
  const server = createHttpServer(createServer(org));
  const url = await listen(server, 0);
  return {
    org,
    service,
    get connection() {
      return connectionOf(org, url);
    },
    run: (flow, inputs = {}) => runFlow(connectionOf(org, url), flow, inputs),
    traceOf: (flow) => {
      const trace = org.flows.traces.last(flow);
      if (!trace) throw new Error(`The flow ${flow} did not run`);
      return trace;
    },
    close: async () => {
      org.close();
      await Promise.all([close(server), service.close()]);
      if (made !== undefined) rmSync(made, { recursive: true, force: true });
    }
  };
}

function fixtures(): string {
  const directory = mkdtempSync(join(tmpdir(), 'flow-org-'));
  cpSync(fixturePackage, directory, { recursive: true });
  cpSync(fixtureFlows, join(directory, 'main/flow-fixtures'), { recursive: true });
  return directory;
}

function connectionOf(org: Org, url: string): Connection {
  const admin = org.access.findUser('admin@ledger-bridge.example');
  if (!admin) throw new Error('The org has no administrator');
  const accessToken = startSession(org, admin);
  return new Connection({ instanceUrl: url, accessToken, version: '66.0' });
}

async function runFlow(
  connection: Connection,
  flow: string,
  inputs: Record<string, unknown>
): Promise<Record<string, unknown>> {
  const path = `/services/data/v66.0/actions/custom/flow/${flow}`;
  const [result] = results.parse(await connection.requestPost(path, { inputs: [inputs] }));
  if (result?.isSuccess !== true) throw new Error(JSON.stringify(result?.errors));
  return result.outputValues;
}
