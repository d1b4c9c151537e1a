import type { OrderWorld } from '../../../../test/faults/orders/world/order-world.ts';
import { copyInSage } from '../../../../test/faults/sync/world/sage-desk.ts';

/** Makes so many more customers, like one that is there, each with a name and a post code of its own. */
export function addCustomers(world: OrderWorld, count: number): void {
  const copies = Array.from({ length: count }, (_, index) => ({
    CustomerNo: `B${String(index).padStart(6, '0')}`,
    CustomerName: `Benchmark customer ${index}`,
    ZipCode: String(10_000 + (index % 80_000)),
    CurrentBalance: index % 9_973
  }));
  copyInSage(world, { table: 'AR_Customer', where: "ARDivisionNo = '01' AND CustomerNo = 'ABF'", copies });
}
