/** `lightning/uiRecordApi` over the org's UI API: reading and writing records through one shared cache. */
export { getRecord } from './getRecord';
export { createRecord, deleteRecord, updateRecord } from './recordWrites';
export { getFieldDisplayValue, getFieldValue } from './fieldValues';
export { notifyRecordUpdateAvailable } from './recordCache';
export type { FieldId, FieldValue, RecordRepresentation } from './recordRepresentation';
