import type { OrderWorld } from '../../orders/world/order-world.ts';
import { until } from '../../orders/world/until.ts';
import { copyInSage, stampOf } from '../world/sage-desk.ts';
import type { Basis } from './edit-basis.ts';
import type { EditKind, PlannedEdit } from './edit-plan.ts';

/** What people wrote, in their order, by the customer. */
export interface Written {
  readonly sage: string[];
  readonly salesforce: string[];
}

const SAGE_IS_BACK_MS = 60_000;

/** People at work in both systems, each edit done once, whatever is killed meanwhile. */
export class EditStream {
  readonly #world: OrderWorld;
  readonly #basis: Basis;
  readonly #edits: readonly PlannedEdit[];
  #next = 0;
  /** By customer number. */
  readonly written = new Map<string, Written>();
  /** E-mail addresses of new contacts, each of one person. */
  readonly newContacts: { readonly email: string; readonly side: 'sage' | 'salesforce' }[] = [];

  constructor(world: OrderWorld, basis: Basis, edits: readonly PlannedEdit[]) {
    this.#world = world;
    this.#basis = basis;
    this.#edits = edits;
  }

  get length(): number {
    return this.#edits.length;
  }

  /** Does the edits up to this place. */
  async playUntil(place: number): Promise<void> {
    for (; this.#next < Math.min(place, this.length); this.#next += 1) {
      const edit = this.#edits[this.#next];
      if (edit !== undefined) await this.#play(edit);
    }
  }

  async #play(edit: PlannedEdit): Promise<void> {
    const { kind, place, number } = edit;
    if (kind.startsWith('customer')) return this.#comment(edit);
    if (kind === 'new contact in Salesforce') return this.#contactInSalesforce(edit);
    if (kind === 'new contact in Sage') {
      this.#contactInSage(edit);
      return;
    }
    if (kind === 'price')
      return this.#set('CI_Item', at(this.#basis.items, place), {
        StandardUnitPrice: `${number + 1}.990000`
      });
    if (kind === 'stock')
      return this.#set('IM_ItemWarehouse', at(this.#basis.stock, place), {
        QuantityOnHand: `${number + 1}.0000`
      });
    copyInSage(this.#world, {
      ...{ table: 'AP_Vendor', where: `VendorNo = '0000001'` },
      copies: [
        { VendorNo: `K${String(number).padStart(6, '0')}`, VendorName: `Vendor ${number}`, ...stampOf(0) }
      ]
    });
  }

  async #comment({ kind, place, number }: PlannedEdit): Promise<void> {
    const { key, accountId } = at(this.#customersOf(kind), place);
    const written = this.written.get(key) ?? { sage: [], salesforce: [] };
    this.written.set(key, written);
    const text = `Edit ${number}`;
    const inSage = kind === 'customer in Sage' || (kind === 'customer on both sides' && number % 2 === 0);
    if (inSage) await this.#set('AR_Customer', key, { Comment: text });
    else await this.#world.client.update('Account', { Id: accountId, Sage_Comment__c: text });
    (inSage ? written.sage : written.salesforce).push(text);
  }

  /** A third of the customers is for each kind. */
  #customersOf(kind: EditKind): Basis['customers'] {
    const third = ['customer in Sage', 'customer in Salesforce', 'customer on both sides'].indexOf(kind);
    return this.#basis.customers.filter((_, index) => index % 3 === third);
  }

  async #contactInSalesforce({ place, number }: PlannedEdit): Promise<void> {
    const { accountId } = at(this.#basis.customers, place);
    const email = `killed-${number}@salesforce.example`;
    await this.#world.client.through(async (connection) => {
      // What an outage interrupted may have been done: people look before they type it again.
      const found = await connection.query(`SELECT Id FROM Contact WHERE Email = '${email}'`);
      if (found.totalSize > 0) return;
      const contact = {
        AccountId: accountId,
        FirstName: `Killed ${number}`,
        LastName: 'Salesforce',
        Email: email
      };
      await connection.sobject('Contact').create(contact);
    });
    this.newContacts.push({ email, side: 'salesforce' });
  }

  #contactInSage({ place, number }: PlannedEdit): void {
    const { key } = at(this.#basis.customers, place);
    const [ARDivisionNo, CustomerNo] = [key.slice(0, 2), key.slice(3)];
    const email = `killed-${number}@sage.example`;
    copyInSage(this.#world, {
      ...{ table: 'AR_CustomerContact', where: `ARDivisionNo = '01' AND CustomerNo = 'ABF'` },
      copies: [
        {
          ...{ ARDivisionNo, CustomerNo, ContactCode: `K${number}`, ContactName: `Killed ${number} Sage` },
          ...{ EmailAddress: email, ...stampOf(0) }
        }
      ]
    });
    this.newContacts.push({ email, side: 'sage' });
  }

  /** Sage's own people wait while it is away. */
  async #set(table: string, key: string, values: Readonly<Record<string, string>>): Promise<void> {
    const isDone = () =>
      this.#world.sageControl.set(table, key, values).then(
        () => true,
        (error: unknown) => {
          if (String(error).includes('does not answer')) return false;
          throw error;
        }
      );
    if (!(await until(isDone, SAGE_IS_BACK_MS)))
      throw new Error(`Sage did not come back for ${table} ${key}`);
  }
}

function at<T>(all: readonly T[], place: number): T {
  const found = all[Math.floor(place * all.length)];
  if (found === undefined) throw new Error('There is nothing to edit');
  return found;
}
