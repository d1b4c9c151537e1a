import type { Basis } from './seed/seed-world.ts';
import { seedOrders, seedWorld } from './seed/seed-world.ts';
import { planOrders } from './seed/plan-orders.ts';
import type { PlannedOrder } from './seed/planned-order.ts';
import { OrderStream } from './stream/order-stream.ts';
import { judge, type OrderVerdict } from './verdict/order-verdict.ts';
import { readSageSide, type SageSide } from './verdict/sage-side.ts';
import { settled } from './verdict/settled.ts';
import { OrderWorld, type WorldOptions } from './world/order-world.ts';

export interface RunOptions extends WorldOptions {
  readonly accounts: number;
  readonly items: number;
}

/** A world with a company at work in it, and every order that was planned for it so far. */
export class OrderRun {
  readonly world: OrderWorld;
  readonly basis: Basis;
  readonly #random: () => number;
  readonly #before: SageSide;
  readonly #orders: PlannedOrder[] = [];

  private constructor(world: OrderWorld, basis: Basis, random: () => number) {
    this.world = world;
    this.basis = basis;
    this.#random = random;
    this.#before = readSageSide(world.sage.ready.databaseFile);
  }

  static async start(options: RunOptions, random: () => number): Promise<OrderRun> {
    const world = await OrderWorld.start(options);
    try {
      return new OrderRun(world, await seedWorld(world, options), random);
    } catch (error) {
      await world.close();
      throw error;
    }
  }

  /** Makes the records of so many more orders, which nobody has won yet. */
  async newStream(orders: number): Promise<OrderStream> {
    return this.streamOf(this.plan(orders));
  }

  /** Plans so many orders; nothing is made of them yet. */
  plan(orders: number): PlannedOrder[] {
    const plan = { orders, accounts: this.basis.accountIds.length, items: this.basis.itemCodes.length };
    return planOrders(plan, this.#random);
  }

  /** Makes the records of planned orders, which nobody has won yet. */
  async streamOf(planned: readonly PlannedOrder[]): Promise<OrderStream> {
    await seedOrders(this.world, this.basis, planned);
    this.#orders.push(...planned);
    return new OrderStream(this.world.client, planned, this.#random);
  }

  /** Makes so many opportunities that only wait to be won; gives their ids. */
  async newDeals(count: number): Promise<readonly string[]> {
    const planned = this.plan(count).map((each) => ({
      ...each,
      kind: 'opportunity' as const,
      acts: ['submit' as const],
      poison: false
    }));
    await seedOrders(this.world, this.basis, planned);
    return planned.map(({ opportunityId }) => opportunityId ?? '');
  }

  /** Waits until everything is settled, and judges all orders so far; the services are stopped then. */
  async verdict(stuckMs: number): Promise<OrderVerdict> {
    const { world, basis } = this;
    const jobs = await settled(world, stuckMs);
    return judge({ world, basis, orders: this.#orders, before: this.#before, jobs });
  }
}
