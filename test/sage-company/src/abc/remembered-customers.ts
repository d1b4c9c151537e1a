import type { CustomerProfile } from '../generator/customer-profile.ts';

/**
 * Customers remembered from Sage's demo company (not verified) and customers invented for the cases that a reader of
 * Sage must get right. Their figures are all invented.
 */
export const rememberedCustomers: readonly CustomerProfile[] = [
  customer('01', 'AVNET', 'Avnet Processing Corp'),
  customer('01', 'BRESLIN', 'Breslin Parts Supply'),
  customer('01', 'HILLSB', 'Hillsboro Service Center'),
  customer('01', 'MAVRK', 'Maverick Papers'),
  customer('01', 'RSSUPPL', 'R & S Supply Corp.'),
  customer('01', 'SHEPARD', 'Shepard Motorworks', { creditHold: true }),
  customer('02', 'ALLENAP', "Allen's Appliance Repair"),
  customer('02', 'AMERCON', 'American Concrete Service'),
  customer('02', 'ATOZ', 'A To Z Carpet Supply'),
  customer('02', 'AUTOCR', 'Autocraft Accessories'),
  customer('02', 'BAYPYRO', 'Bay Pyrotechnics Corp.'),
  customer('02', 'CAPRI', 'Capri Sailing Ships'),
  customer('02', 'CUSTOM', 'Custom Craft Products'),
  customer('02', 'JELLCO', 'Jellco Packing'),
  customer('02', 'ORANGE', 'Orange Door & Window Co.', { creditLimit: 'exceeded' }),
  // Invented from here on, one for each case.
  customer('01', '000123', 'Leading Zeros Ltd'),
  customer('01', 'NOLIMIT', 'Zero Limit Trading', { creditLimit: 0 }),
  customer('01', 'DORMANT', 'Dormant Industries', { inactive: true }),
  customer('01', 'BALFWD', 'Balance Forward Rentals', { balanceForward: true }),
  customer('01', 'OBRIEN', "O'Brien & Sons Hardware"),
  customer('02', 'SCRIPT', "<script>alert('x')</script> Müller & Żółć GmbH")
];

function customer(
  arDivisionNo: string,
  customerNo: string,
  customerName: string,
  traits: Partial<CustomerProfile> = {}
): CustomerProfile {
  return { arDivisionNo, customerNo, customerName, ...traits };
}
