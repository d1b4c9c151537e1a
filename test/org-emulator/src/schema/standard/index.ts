import type { ObjectDefinition } from '../object.ts';
import { account } from './account.ts';
import { contact } from './contact.ts';
import { opportunityContactRole } from './opportunity-contact-role.ts';
import { opportunityLineItem } from './opportunity-line-item.ts';
import { opportunityStage } from './opportunity-stage.ts';
import { opportunity } from './opportunity.ts';
import { orderItem } from './order-item.ts';
import { orderStatus } from './order-status.ts';
import { order } from './order.ts';
import { pricebookEntry } from './pricebook-entry.ts';
import { pricebook2 } from './pricebook2.ts';
import { product2 } from './product2.ts';
import { recordType } from './record-type.ts';
import { folder, report } from './report.ts';
import {
  customNotificationType,
  organization,
  permissionSet,
  permissionSetAssignment,
  profile
} from './setup-objects.ts';
import { user } from './user.ts';

export {
  account,
  contact,
  folder,
  opportunity,
  opportunityLineItem,
  opportunityStage,
  order,
  orderItem,
  organization,
  permissionSet,
  permissionSetAssignment,
  pricebook2,
  pricebookEntry,
  product2,
  profile,
  recordType,
  report,
  user
};

/** Every standard object of the local org. */
export const standardObjects: readonly ObjectDefinition[] = [
  account,
  contact,
  opportunity,
  opportunityContactRole,
  opportunityLineItem,
  opportunityStage,
  order,
  orderItem,
  orderStatus,
  product2,
  pricebook2,
  pricebookEntry,
  user,
  organization,
  profile,
  permissionSet,
  permissionSetAssignment,
  customNotificationType,
  recordType,
  report,
  folder
];
