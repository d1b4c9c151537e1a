import express, { type Express, type NextFunction, type Request, type Response } from 'express';
import { orgProxy } from './org-proxy.ts';
import { orgSessions } from './org-sessions.ts';
import { signIn } from './permission-sets.ts';
import { PREVIEW_USERS } from './preview-users.ts';
import { sldsAssets } from './slds-assets.ts';
import { chosenLanguage, chosenUser, rememberUserChoice } from './user-choice.ts';

const BAD_GATEWAY = 502;
const LARGEST_BODY = '10mb';

/** Where the local org is. */
export interface OrgAddresses {
  readonly orgUrl: string;
  /** Its control plane, which opens sessions without a password. */
  readonly orgControlUrl: string;
}

/**
 * What the preview serves in every mode: SLDS, the signed-in user, and the org's services. The caller adds the
 * page itself, then `reportFailure`.
 */
export function previewApp({ orgUrl, orgControlUrl }: OrgAddresses): Express {
  const sessions = orgSessions(orgControlUrl);
  const orgViews = viewsOf(orgControlUrl);
  const app = express();
  app.disable('x-powered-by');
  app.use('/assets', sldsAssets());
  app.get('/preview/session', async (request, response) => {
    const user = chosenUser(request);
    const signedIn = await signIn(orgUrl, sessions, user.username);
    response
      .set('cache-control', 'no-store')
      .json({ ...user, ...signedIn, ...chosenLanguage(request), users: PREVIEW_USERS, orgViews });
  });
  app.use('/services', express.raw({ type: () => true, limit: LARGEST_BODY }), orgProxy(orgUrl, sessions));
  app.get(/^\/($|lightning\/)/, rememberUserChoice);
  return app;
}

/** Pages of the org's control plane that show what the org did, for links of the preview's header. */
function viewsOf(orgControlUrl: string) {
  return [
    { label: 'Outbox', url: new URL('/outbox', orgControlUrl).href },
    { label: 'Flow traces', url: new URL('/flow-traces', orgControlUrl).href }
  ];
}

/** Says in plain text why a request failed; nearly always because the org did not answer. */
export function reportFailure(error: Error, _request: Request, response: Response, next: NextFunction): void {
  if (response.headersSent) {
    next(error);
    return;
  }
  const cause = error.cause instanceof Error ? ` (${error.cause.message})` : '';
  response.status(BAD_GATEWAY).type('text/plain').send(`${error.message}${cause}`);
}
