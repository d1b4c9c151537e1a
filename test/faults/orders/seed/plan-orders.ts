import type { Act, PlannedOrder } from './planned-order.ts';

export interface OrderPlan {
  readonly orders: number;
  readonly accounts: number;
  readonly items: number;
}

const POISON = 0.02;
const CANCELLED = 0.05;
const AMENDED = 0.3;

/** Orders of every kind over the accounts, the same for the same random numbers. */
export function planOrders({ orders, accounts, items }: OrderPlan, random: () => number): PlannedOrder[] {
  const pick = (limit: number) => Math.floor(random() * limit);
  return Array.from({ length: orders }, (_, number) => {
    const chance = random();
    const kind = chance < 0.75 ? 'opportunity' : chance < 0.9 ? 'order' : 'both';
    const poison = random() < POISON;
    return {
      number,
      kind,
      account: pick(accounts),
      lines: Array.from({ length: 1 + pick(3) }, () => ({
        item: pick(items),
        quantity: 1 + pick(20),
        cents: 100 + pick(50_000),
        id: undefined
      })),
      acts: actsOf(kind, poison, random),
      poison,
      opportunityId: undefined,
      orderId: undefined,
      done: [],
      comment: undefined
    };
  });
}

function actsOf(kind: PlannedOrder['kind'], poison: boolean, random: () => number): readonly Act[] {
  if (poison) return ['submit'];
  if (kind === 'both') return ['submit', 'activate'];
  const cancelled: readonly Act[] = random() < CANCELLED ? ['cancel'] : [];
  // Lines of an activated order cannot be changed.
  if (kind === 'order' || random() >= AMENDED) return ['submit', ...cancelled];
  const changes = (['quantity', 'price', 'remove-line', 'comment', 'quantity'] as const).filter(
    () => random() < 0.4
  );
  return ['submit', ...changes, ...cancelled];
}
