import type { FieldDefinition } from '../field.ts';
import { mandatory, picklist, readOnly, textField } from '../field-builders.ts';

/**
 * The name of a contact: its parts, and the compound `Name`, whose stored text is the first and last name
 * (Object Reference, "Compound Fields").
 */
export function contactNameFields(): FieldDefinition[] {
  return [
    textField('LastName', 'Last Name', 80, mandatory),
    textField('FirstName', 'First Name', 40),
    picklist('Salutation', 'Salutation', ['Mr.', 'Ms.', 'Mrs.', 'Dr.', 'Prof.', 'Mx.']),
    fullName(['Salutation', 'FirstName', 'LastName'])
  ];
}

/** The name of a user, which has no salutation. */
export function userNameFields(): FieldDefinition[] {
  return [
    textField('LastName', 'Last Name', 80, mandatory),
    textField('FirstName', 'First Name', 40),
    fullName(['FirstName', 'LastName'])
  ];
}

function fullName(parts: readonly string[]): FieldDefinition {
  return textField('Name', 'Full Name', 121, { ...readOnly, nillable: false, nameField: true, parts });
}
