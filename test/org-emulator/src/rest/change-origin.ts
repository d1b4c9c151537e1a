import type { Request } from 'express';

/** Who changes records through an API. */
export interface ChangeSource {
  /** As in the guide's list: `bulk`, `rest`, `soap`, `toolingrest`, … */
  readonly api: string;
  /** Such as `66.0`. */
  readonly version: string;
  readonly client: string | null;
}

/**
 * A `changeOrigin` of change events: `com/salesforce/api/rest/66.0;client=Astro` (Change Data Capture Developer
 * Guide, "Change Event Header Fields"). Without a client the text ends after the version.
 */
export function changeOrigin({ api, version, client }: ChangeSource): string {
  const path = `com/salesforce/api/${api}/${version}`;
  return client === null ? path : `${path};client=${client}`;
}

/** The version in a request's path, such as `66.0`; undefined where it has none. */
export function versionInPath(request: Request): string | undefined {
  return /\/v?(\d+\.\d)(?:[/?]|$)/.exec(request.originalUrl)?.[1];
}

/** The client that the header Sforce-Call-Options names, or null (REST API Developer Guide, "Call Options Header"). */
export function clientInHeader(request: Request): string | null {
  return /(?:^|[,;\s])client=([^,;\s]+)/.exec(request.get('Sforce-Call-Options') ?? '')?.[1] ?? null;
}
