import type { StoreContext } from '../store-context.ts';

/**
 * One statement that is a transaction by itself, or part of the running one: a worker asks often, so it is spared the
 * commit. Only for what may be repeated when nobody knows whether it was carried out, since that looks like LB602 here.
 * @throws LedgerBridgeError LB602, LB605, LB606, LB618.
 */
export async function alone<T>(
  context: StoreContext,
  statement: (context: StoreContext) => Promise<T>
): Promise<T> {
  try {
    return await statement(context);
  } catch (error) {
    throw context.dialect.faultOf(error) ?? error;
  }
}
