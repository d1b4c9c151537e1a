import { setTimeout as delay } from 'node:timers/promises';
import { type Act, type PlannedOrder } from '../seed/planned-order.ts';
import type { OrgClient } from '../world/org-client.ts';

interface Step {
  readonly order: PlannedOrder;
  readonly act: Act;
}

const MOST_BETWEEN_MS = 120;
const PEOPLE = 3;

/** People who win deals, activate orders, change and cancel them at random moments, each order's acts in their order. */
export class OrderStream {
  readonly #client: OrgClient;
  readonly #random: () => number;
  readonly #steps: readonly Step[];
  #next = 0;
  readonly #last = new Map<PlannedOrder, Promise<void>>();

  constructor(client: OrgClient, orders: readonly PlannedOrder[], random: () => number) {
    this.#client = client;
    this.#random = random;
    this.#steps = interleaved(orders, random);
  }

  get length(): number {
    return this.#steps.length;
  }

  /** Plays the steps until so many are done, several people at once. */
  async playUntil(count: number): Promise<void> {
    const end = Math.min(Math.ceil(count), this.#steps.length);
    await Promise.all(
      Array.from({ length: PEOPLE }, async () => {
        while (this.#next < end) {
          const step = this.#steps[this.#next];
          this.#next += 1;
          if (step === undefined) return;
          const pause = delay(this.#random() * MOST_BETWEEN_MS);
          const before = this.#last.get(step.order) ?? Promise.resolve();
          const mine = Promise.all([before, pause]).then(() => this.#do(step));
          this.#last.set(step.order, mine);
          await mine;
        }
      })
    );
  }

  async #do({ order, act }: Step): Promise<void> {
    await acts[act](this.#client, order, this.#random);
    order.done.push(act);
  }
}

type Doing = (client: OrgClient, order: PlannedOrder, random: () => number) => Promise<void>;

/** What is saved twice because an answer was lost changes nothing the second time. */
const acts: Readonly<Record<Act, Doing>> = {
  async submit(client, { opportunityId, orderId }) {
    if (opportunityId === undefined) await activate(client, orderId);
    else await client.update('Opportunity', { Id: opportunityId, StageName: 'Closed Won' });
  },
  activate: (client, { orderId }) => activate(client, orderId),
  async quantity(client, order, random) {
    const line = standing(order)[0];
    if (line?.id === undefined) return;
    line.quantity += 1 + Math.floor(random() * 5);
    await client.update('OpportunityLineItem', { Id: line.id, Quantity: line.quantity });
  },
  async price(client, order, random) {
    const line = standing(order).at(-1);
    if (line?.id === undefined) return;
    line.cents += 1 + Math.floor(random() * 999);
    await client.update('OpportunityLineItem', { Id: line.id, UnitPrice: line.cents / 100 });
  },
  async 'remove-line'(client, order) {
    const lines = standing(order);
    const line = lines.at(-1);
    if (line?.id === undefined || lines.length < 2) return;
    await client.remove('OpportunityLineItem', line.id);
    line.id = undefined;
  },
  async comment(client, order, random) {
    order.comment = `Version ${Math.floor(random() * 1_000_000)}`;
    const fields = { Sage_Order_Comment__c: order.comment };
    await client.update('Opportunity', { Id: order.opportunityId ?? '', ...fields });
  },
  async cancel(client, { opportunityId, orderId }) {
    const fields = { Sage_Cancel_Requested__c: true };
    if (opportunityId === undefined) await client.update('Order', { Id: orderId ?? '', ...fields });
    else await client.update('Opportunity', { Id: opportunityId, ...fields });
  }
};

async function activate(client: OrgClient, orderId: string | undefined): Promise<void> {
  await client.update('Order', { Id: orderId ?? '', Status: 'Activated' });
}

/** Lines that were not removed. */
export function standing({ lines }: PlannedOrder) {
  return lines.filter(({ id }) => id !== undefined);
}

/** All steps in an order that mixes the orders, and leaves the acts of each as they are. */
function interleaved(orders: readonly PlannedOrder[], random: () => number): Step[] {
  const placed = orders.flatMap((order, index) => {
    let at = index + random() * 10;
    return order.acts.map((act) => {
      const step = { order, act, at };
      at += random() * 20;
      return step;
    });
  });
  return placed.toSorted((one, other) => one.at - other.at);
}
