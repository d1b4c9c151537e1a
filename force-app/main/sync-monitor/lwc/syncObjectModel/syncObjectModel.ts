/** Object pairs as the page and its dialogs know them: records of Salesforce, runs of the service, their words. */
export { filterInWords, needsValue, readFilter, tests, testWords, writeFilter } from './conditions';
export type { Condition, Test } from './conditions';
export { askEstimate } from './estimate';
export type { Estimate } from './estimate';
export { readMappings, readSageZone } from './mappingsInForce';
export type { MappingInForce } from './mappingsInForce';
export { asPairName, pairNames, pairs } from './pairs';
export type { PairDescription, PairName } from './pairs';
export { directionInWords, masterInWords, pairInWords, vanishedInWords } from './pairWords';
export { directions, masters, readCompany, readSyncObject, vanishedActions } from './syncObject';
export type { Company, Direction, Master, SyncObject, VanishedAction } from './syncObject';
export { countsInWords, modeInWords, runModes } from './runWords';
export type { RunMode } from './runWords';
export { editedFields, switchFields, SYNC_OBJECT, usualFields } from './usualFields';
export type { EditableFields } from './usualFields';
export type { PairDetail, PairRow, StartDetail, SwitchDetail } from './pairRow';
