import type { OrgUser } from './bootstrap/users.ts';
import type { CalloutSettings } from './callouts/external-services.ts';

/** An External Client App that may log in by JWT bearer: its consumer key and its certificate or public key. */
export interface ExternalClientApp {
  readonly consumerKey: string;
  /** PEM. */
  readonly certificate: string;
  /** Its name, as change events tell where changes come from. */
  readonly name?: string | undefined;
  /** Usernames that an admin has approved; left out where all are. */
  readonly approvedUsers?: readonly string[] | undefined;
  /** For the client credentials flow: the secret, and the username in whose name it works. */
  readonly consumerSecret?: string | undefined;
  readonly runAs?: string | undefined;
}

/** The organization's settings, which users have unless told otherwise. */
export interface OrgDefaults {
  /** IANA name of the time zone. */
  readonly timeZone: string;
  /** Such as `en_US`. */
  readonly locale: string;
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
  /**
   * Namespace of the package: all its names get the prefix `ns__`, as where a managed package is installed. Seeds
   * and the names in these options stand without it.
   */
  readonly namespace?: string | undefined;
  /** Users beside those that every local org has. */
  readonly users?: readonly OrgUser[] | undefined;
  readonly defaults?: Partial<OrgDefaults> | undefined;
  /** Entities that an admin has selected for change data capture in Setup, beside those the package selects. */
  readonly changeDataCapture?: readonly string[] | undefined;
  /** Changes of one transaction that are told one by one before an overflow event: 100,000 unless given. */
  readonly changeOverflowAfter?: number | undefined;
  readonly externalClientApps?: readonly ExternalClientApp[] | undefined;
  readonly callouts?: Partial<CalloutSettings> | undefined;
  /** API requests in 24 hours: 15,000, those of a Developer Edition, unless given. */
  readonly dailyApiRequests?: number | undefined;
}

/** Apex Developer Guide, "Callout Limits and Limitations": a callout waits 10 seconds unless told otherwise. */
export const defaultCalloutSettings: CalloutSettings = { timeoutMs: 10_000, declaredErrorsGoTo: 'outputs' };

/** UTC and American English, as the sales demo needs nothing else. */
export const standardDefaults: OrgDefaults = { timeZone: 'GMT', locale: 'en_US' };
