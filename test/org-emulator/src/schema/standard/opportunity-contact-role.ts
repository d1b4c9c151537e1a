import { checkbox, mandatory, picklist, reference } from '../field-builders.ts';
import { ObjectDefinition } from '../object.ts';
import { identityFields, systemFields } from './system-fields.ts';

/** The roles that Salesforce sets an org up with. */
const roles = [
  'Business User',
  'Decision Maker',
  'Economic Buyer',
  'Economic Decision Maker',
  'Evaluator',
  'Executive Sponsor',
  'Influencer',
  'Technical Buyer',
  'Other'
];

/** A person who has to do with an opportunity. Left out: that one primary role takes the place of another. */
export const opportunityContactRole = new ObjectDefinition({
  name: 'OpportunityContactRole',
  label: 'Opportunity Contact Role',
  labelPlural: 'Opportunity Contact Roles',
  keyPrefix: '00K',
  custom: false,
  fields: [
    ...identityFields('Contact Role'),
    reference('OpportunityId', 'Opportunity ID', 'Opportunity', 'Opportunity', {
      ...mandatory,
      updateable: false,
      masterDetail: true,
      deleteConstraint: 'Cascade',
      childRelationshipName: 'OpportunityContactRoles'
    }),
    reference('ContactId', 'Contact ID', 'Contact', 'Contact', {
      ...mandatory,
      deleteConstraint: 'Cascade',
      childRelationshipName: 'OpportunityContactRoles'
    }),
    picklist('Role', 'Role', roles),
    checkbox('IsPrimary', 'Primary'),
    ...systemFields
  ]
});
