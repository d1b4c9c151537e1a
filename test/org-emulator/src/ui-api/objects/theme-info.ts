import type { RestCall } from '../../rest/resource.ts';
import type { ObjectDefinition } from '../../schema/object.ts';

const icons: Readonly<Record<string, { readonly icon: string; readonly color: string }>> = {
  Account: { icon: 'account', color: '5867E8' },
  Contact: { icon: 'contact', color: '9602C7' },
  Opportunity: { icon: 'opportunity', color: 'FF5D2D' },
  OpportunityLineItem: { icon: 'product', color: 'FF5D2D' },
  Order: { icon: 'orders', color: '5867E8' },
  OrderItem: { icon: 'order_item', color: '5867E8' },
  PricebookEntry: { icon: 'pricebook', color: '9602C7' },
  Pricebook2: { icon: 'pricebook', color: '9602C7' },
  Product2: { icon: 'product', color: 'FF5D2D' },
  User: { icon: 'user', color: '0B827C' }
};

/** Icon and colour of an object. The local org serves no icons: the address is what an org's would be. */
export function themeInfo({ request }: Pick<RestCall, 'request'>, object: ObjectDefinition) {
  const { icon, color } = icons[object.name] ?? { icon: 'default', color: '5867E8' };
  const origin = `${request.protocol}://${request.get('host') ?? 'localhost'}`;
  return { color, iconUrl: `${origin}/img/icon/t4v35/standard/${icon}_120.png` };
}
