import type { Request } from 'express';
import { z } from 'zod';
import type { ExternalClientApp } from '../options.ts';
import type { Org } from '../org.ts';
import { OAuthError } from './oauth-error.ts';

const credentials = z.object({ client_id: z.string(), client_secret: z.string().default('') });

/**
 * The app whose key and secret a request carries, in its body or by HTTP Basic. Throws invalid_client_id for an
 * unknown key, and invalid_client for a wrong secret. An app without secret needs none.
 */
export function clientOf(org: Org, request: Request): ExternalClientApp {
  const given = credentials.safeParse(basicCredentials(request) ?? request.body);
  const app = org.externalClientApps.find(({ consumerKey }) => consumerKey === given.data?.client_id);
  if (!app) throw new OAuthError('invalid_client_id', 'client identifier invalid');
  if (app.consumerSecret !== undefined && app.consumerSecret !== given.data?.client_secret) {
    throw new OAuthError('invalid_client', 'invalid client credentials');
  }
  return app;
}

function basicCredentials(request: Request): { client_id: string; client_secret: string } | undefined {
  const encoded = /^Basic (\S+)$/i.exec(request.get('authorization') ?? '')?.[1];
  if (encoded === undefined) return undefined;
  const [id = '', ...secret] = Buffer.from(encoded, 'base64').toString().split(':');
  return { client_id: decodeURIComponent(id), client_secret: decodeURIComponent(secret.join(':')) };
}
