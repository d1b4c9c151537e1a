import type { UserAccess } from '../access/user-access.ts';
import type { Clock } from '../clock.ts';
import { type ExternalCredentialMetadata, principalNames } from '../metadata/external-credential.ts';
import type { NamedCredentialMetadata } from '../metadata/named-credential.ts';
import type { PackageMetadata } from '../metadata/package-metadata.ts';
import { CalloutFault } from './callout-fault.ts';
import { signAuthorization, signingCertificate, type SigningKeys } from './jwt-authorization.ts';

/** Where a callout goes, and the header that authorises it. */
export interface AuthorizedEndpoint {
  readonly baseUrl: string;
  readonly authorization: string;
}

/** Gives callouts of a user their endpoint and token, as named and external credentials say. */
export class NamedCredentials {
  readonly #metadata: PackageMetadata;
  readonly #urls: Readonly<Record<string, string>>;
  readonly #signingKeys: SigningKeys;
  readonly #clock: Clock;

  constructor(
    metadata: PackageMetadata,
    urls: Readonly<Record<string, string>>,
    signingKeys: SigningKeys,
    clock: Clock
  ) {
    this.#metadata = metadata;
    this.#urls = urls;
    this.#signingKeys = signingKeys;
    this.#clock = clock;
  }

  /** Throws CalloutFault with Salesforce's words when the user has none of the credential's principals. */
  authorize(namedCredential: string, access: UserAccess): AuthorizedEndpoint {
    const named = this.#named(namedCredential);
    if (!named.calloutsEnabled) {
      throw new CalloutFault(`The named credential "${namedCredential}" is not enabled for callouts.`);
    }
    const external = this.#external(named.externalCredential);
    const principal = principalNames(external).find((name) => access.hasPrincipal(external.fullName, name));
    if (principal === undefined) {
      throw new CalloutFault(
        `We couldn't access the credential(s). You might not have the required permissions, or the external credential "${external.fullName}" might not exist.`
      );
    }
    return {
      baseUrl: this.#urls[namedCredential] ?? named.url,
      authorization: signAuthorization(external, principal, this.#keyOf(external), this.#clock)
    };
  }

  #named(name: string): NamedCredentialMetadata {
    const named = this.#metadata.namedCredentials.get(name);
    if (!named) throw new CalloutFault(`The named credential "${name}" does not exist.`);
    return named;
  }

  #external(name: string): ExternalCredentialMetadata {
    const external = this.#metadata.externalCredentials.get(name);
    if (!external) throw new CalloutFault(`The external credential "${name}" does not exist.`);
    return external;
  }

  #keyOf(external: ExternalCredentialMetadata): string {
    const certificate = signingCertificate(external) ?? '';
    const key = this.#signingKeys[certificate];
    if (key === undefined) {
      throw new CalloutFault(
        `The external credential "${external.fullName}" signs with the certificate "${certificate}", which this org does not have.`
      );
    }
    return key;
  }
}
