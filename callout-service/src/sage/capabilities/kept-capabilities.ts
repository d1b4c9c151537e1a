import type { OdbcGateway } from '../odbc/gateway.ts';
import type { SageCapabilities } from '../port/sage-capabilities.ts';
import { probeCapabilities, type CapabilityParts } from './probe-capabilities.ts';

interface Kept {
  readonly disruptions: number;
  readonly found: Promise<SageCapabilities>;
}

/**
 * Capabilities, found out once for as long as connections and reader process last. Those who ask at once share one
 * answer; one that found nothing out is not kept.
 */
export class KeptCapabilities {
  readonly #parts: CapabilityParts & { readonly gateway: Pick<OdbcGateway, 'ask' | 'disruptions'> };
  #kept: Kept | undefined;

  constructor(parts: CapabilityParts & { readonly gateway: Pick<OdbcGateway, 'ask' | 'disruptions'> }) {
    this.#parts = parts;
  }

  current(again = false): Promise<SageCapabilities> {
    const { disruptions } = this.#parts.gateway;
    if (again || this.#kept?.disruptions !== disruptions) this.#kept = { disruptions, found: this.#find() };
    return this.#kept.found;
  }

  async #find(): Promise<SageCapabilities> {
    this.#parts.liveCatalogue.forget();
    const found = await probeCapabilities(this.#parts);
    // Without an answer to the simplest of questions Sage was not there.
    if (found.takesTop === null) this.#kept = undefined;
    return found;
  }
}
