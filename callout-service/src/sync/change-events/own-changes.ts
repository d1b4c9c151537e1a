import { salesforceId } from '../../canonical/salesforce-id.ts';
import { CLIENT_NAME, type RecordsChanged } from '../../salesforce/port/salesforce-events.ts';
import { quoted } from '../../salesforce/port/salesforce-records.ts';
import type { Salesforce } from '../../salesforce/port/salesforce.ts';

/** Tells changes that this service made itself, which would only come back. */
export class OwnChanges {
  readonly #salesforce: Pick<Salesforce, 'records' | 'state'>;
  #userId: Promise<string | undefined> | undefined;

  constructor(salesforce: Pick<Salesforce, 'records' | 'state'>) {
    this.#salesforce = salesforce;
  }

  /**
   * Made by the service's user, or by a client of its name: the user tells it by every way, also by bulk jobs and what
   * flows do after a write; the client where the service shares its user.
   * @throws LedgerBridgeError LB70x.
   */
  async isOwn({ changeOrigin, commitUser }: RecordsChanged): Promise<boolean> {
    if (changeOrigin.split(';').includes(`client=${CLIENT_NAME}`)) return true;
    return commitUser !== '' && commitUser === (await this.#ownUserId());
  }

  #ownUserId(): Promise<string | undefined> {
    this.#userId ??= this.#askUserId().catch((error: unknown) => {
      this.#userId = undefined;
      throw error;
    });
    return this.#userId;
  }

  async #askUserId(): Promise<string | undefined> {
    const { records, state } = this.#salesforce;
    const [user] = await records.all(`SELECT Id FROM User WHERE Username = ${quoted(state().user)}`);
    const id = user?.['Id'];
    return typeof id === 'string' ? salesforceId(id) : undefined;
  }
}
