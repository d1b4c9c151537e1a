import type { CalloutSettings } from './callouts/external-services.ts';

/** An External Client App that may log in by JWT bearer: its consumer key and its certificate or public key. */
export interface ExternalClientApp {
  readonly consumerKey: string;
  /** PEM. */
  readonly certificate: string;
}

/** What a local org is made of. */
export interface OrgOptions {
  /** Source-format directory, such as `force-app`. */
  readonly packageDirectory: string;
  /** Private keys (PEM) of the org's certificates by developer name. */
  readonly certificates: Readonly<Record<string, string>>;
  /** URLs that an admin would enter after installation, by named credential. */
  readonly namedCredentialUrls: Readonly<Record<string, string>>;
  /** Directory of sObject Tree files (`*.json`) to insert at start and at reset. */
  readonly seedDirectory?: string | undefined;
  /** Namespace of the package. Not supported yet: refused when given. */
  readonly namespace?: string | undefined;
  /** Entities that an admin has selected for change data capture in Setup, beside those the package selects. */
  readonly changeDataCapture?: readonly string[] | undefined;
  /** Changes of one transaction that are told one by one before an overflow event: 100,000 unless given. */
  readonly changeOverflowAfter?: number | undefined;
  readonly externalClientApps?: readonly ExternalClientApp[] | undefined;
  readonly callouts?: Partial<CalloutSettings> | undefined;
}

/** Apex Developer Guide, "Callout Limits and Limitations": a callout waits 10 seconds unless told otherwise. */
export const defaultCalloutSettings: CalloutSettings = { timeoutMs: 10_000, declaredErrorsGoTo: 'outputs' };
