/** Mappings as the designer works with them. */
export {
  readFieldPage,
  readPairs,
  readMappingView,
  readComparison,
  readPublished,
  readPreview
} from './answers';
export type {
  FieldPage,
  PairChoice,
  Version,
  MappingView,
  Comparison,
  Published,
  FieldOutcome,
  PreviewedField,
  PreviewFault,
  PreviewedRecord,
  Preview
} from './answers';
export { checkDraft } from './checks';
export type { Hint, KnownFields } from './checks';
export { readContent, readMatchKeys, readTransform } from './contentJson';
export { draftOf, afterAct, areSame } from './draft';
export type { Draft, DraftAct } from './draft';
export { PAIR_QUERY, LINES_QUERY, readPairRecord, readLines } from './draftRecords';
export type { PairRecord, RecordsRead } from './draftRecords';
export { SIDES, DIRECTIONS, CONFLICT_RULES, FIELD_KINDS, waysOf, newLineId, newLine } from './line';
export type {
  Side,
  Direction,
  ConflictRule,
  Value,
  WhenEmpty,
  Transform,
  Line,
  Head,
  Content,
  Field,
  FieldKind
} from './line';
export { FIELD_MAPPING_OBJECT, fieldsOfLine, fieldsOfPlace, readSavedLine, keyOf } from './rows';
export type { SavedLine, RowPlace } from './rows';
export { isSaved, saveDraft } from './saveDraft';
export type { SaveOutcome } from './saveDraft';
export { wordsOf, suggestLines, lineOfSuggestion } from './suggestions';
export type { Suggestion } from './suggestions';
export { TRANSFORM_KINDS, freshTransform, settingsOf, withSetting } from './transformKinds';
export type { Setting } from './transformKinds';
export { MOST_PAIRS, readPastedPairs, withPasted } from './valuePairs';
export type { ValuePair, PastedPairs } from './valuePairs';
export { LIST_HEIGHT, ROW_HEIGHT } from './geometry';
export { forgetChoice } from './forgetChoice';
