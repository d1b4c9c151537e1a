import { defineTable } from './table-definition.ts';

/**
 * Definitions of user-defined fields (in MAS_SYSTEM at a real site). RecordFlag A is the field itself, D a source of its
 * data. Columns and key as in the release 4.40 layout, but for Required: there it is a column of CM_UDFOptions, and ours
 * here, because that table's first column is called Table, which no SQL driver takes as a name.
 */
export const cmUdf = defineTable({
  name: 'CM_UDF',
  key: 'Entity+FieldName+RecordFlag+Sequence',
  columns: `
    Entity:s30 FieldName:s30 RecordFlag:s1 Sequence:s3 Description:s40 ControlType:s1 DataType:s1
    DataClass:s30 DataSourceBusObj:s30 DataSourceTable:s30 DataSourceColumn:s30 MaskFlag:s1 MaskValue:s32
    DefaultFlag:s1 DefaultValue:s64 CaptionFlag:s1 CaptionValue:s32 ValidationType:s1 ValidationValue:s900
    Required:s1
  `
});
