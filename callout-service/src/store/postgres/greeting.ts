import type { PatientClient } from './patient-client.ts';
import type { PostgresOptions } from './postgres-options.ts';
import { readServerSettings, refuseUnsafe, type ServerSettings } from './safety.ts';
import { sessionSettings } from './session.ts';

/**
 * Sets a new connection up and looks whether the server keeps what it acknowledges: each one, since a server may come
 * back from a restart with other settings.
 * @throws LedgerBridgeError LB601.
 */
export async function greet(client: PatientClient, options: PostgresOptions): Promise<void> {
  const { rows } = await client.ask<ServerSettings>(`${sessionSettings(options)}; ${readServerSettings}`);
  const [settings] = rows;
  if (settings !== undefined) refuseUnsafe(settings, options.requireDurable ?? true);
}
