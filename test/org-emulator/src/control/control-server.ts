import express, { type Express } from 'express';
import { notFound } from '../errors/salesforce-error.ts';
import type { Org } from '../org.ts';
import { restErrorHandler } from '../rest/error-handler.ts';
import { clockControl } from './clock-control.ts';
import { faultControl } from './fault-control.ts';
import { flowTraceControl } from './flow-trace-control.ts';
import { outboxControl } from './outbox-control.ts';
import { recordControl } from './record-control.ts';
import { requestLogControl } from './request-log-control.ts';
import { sessionControl } from './session-control.ts';
import { settingsControl } from './settings-control.ts';
import { statusControl } from './status-control.ts';
import { userControl } from './user-control.ts';

/** What the control plane needs to know of the running org. */
export interface ControlledOrg {
  readonly org: Org;
  /** Address of Salesforce's own interfaces, which sessions are for. */
  readonly instanceUrl: string;
}

/**
 * The local org's control plane, which a real org does not have: served on a port of its own, so that nothing of
 * it stands among Salesforce's resources. It asks for no log-in; it must be reachable from this machine only.
 */
export function createControlServer({ org, instanceUrl }: ControlledOrg): Express {
  const app = express();
  app.disable('x-powered-by');
  app.use(express.json({ limit: '50mb' }));
  app.use('/sessions', sessionControl(org, instanceUrl));
  app.use('/clock', clockControl(org));
  app.use('/users', userControl(org));
  app.use('/settings', settingsControl(org));
  app.use('/faults', faultControl(org));
  app.use('/requests', requestLogControl(org));
  app.use('/outbox', outboxControl(org));
  app.use('/flow-traces', flowTraceControl(org));
  app.use(recordControl(org));
  app.use(statusControl(org));
  app.use(() => {
    throw notFound();
  });
  app.use(restErrorHandler);
  return app;
}
