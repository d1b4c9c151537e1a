/** Values of the standard picklist that contacts and opportunities share. */
export const leadSources: readonly string[] = [
  'Web',
  'Phone Inquiry',
  'Partner Referral',
  'Purchased List',
  'Other'
];
