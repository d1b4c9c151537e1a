import { cmUdf } from '../tables/cm-udf.ts';
import { userDefinedFields } from '../tables/user-defined-fields.ts';
import type { UserDefinedField } from '../tables/user-defined-fields.ts';
import type { CompanyDraft } from './company-draft.ts';

/** Writes the definition of every user-defined field, record flag A. */
export function writeFieldDefinitions(draft: CompanyDraft): void {
  for (const field of userDefinedFields)
    draft.writer.write(cmUdf, {
      Entity: field.table,
      FieldName: field.name,
      RecordFlag: 'A',
      Sequence: '000',
      Description: field.description,
      ControlType: field.controlType,
      DataType: dataType(field),
      CaptionFlag: 'Y',
      CaptionValue: field.description.slice(0, 32),
      // T: one of a list of values.
      ValidationType: field.choices === undefined ? '' : 'T',
      ValidationValue: field.choices ?? '',
      Required: field.required === true ? 'Y' : 'N'
    });
}

/** S string, N numeric, D date (release 4.40 layout); a long text is a string. */
function dataType({ type }: UserDefinedField): 'S' | 'N' | 'D' {
  if (type === 'd') return 'D';
  return type.startsWith('n') ? 'N' : 'S';
}
