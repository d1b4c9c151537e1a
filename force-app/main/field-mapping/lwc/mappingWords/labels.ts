import TITLE from '@salesforce/label/c.Sage_Mapping_Title';
import PAIR from '@salesforce/label/c.Sage_Mapping_Pair';
import CHOOSE_PAIR from '@salesforce/label/c.Sage_Mapping_Choose_Pair';
import LOADING from '@salesforce/label/c.Sage_Mapping_Loading';
import NO_ACCESS_TITLE from '@salesforce/label/c.Sage_Mapping_No_Access_Title';
import NO_ACCESS_ACTION from '@salesforce/label/c.Sage_Mapping_No_Access_Action';
import NOT_SET_UP from '@salesforce/label/c.Sage_Mapping_Not_Set_Up';
import SAVE from '@salesforce/label/c.Sage_Mapping_Save';
import UNDO from '@salesforce/label/c.Sage_Mapping_Undo';
import REDO from '@salesforce/label/c.Sage_Mapping_Redo';
import PUBLISH from '@salesforce/label/c.Sage_Mapping_Publish';
import PUBLISH_NOW from '@salesforce/label/c.Sage_Mapping_Publish_Now';
import PUBLISH_HELP from '@salesforce/label/c.Sage_Mapping_Publish_Help';
import PUBLISH_COMMENT from '@salesforce/label/c.Sage_Mapping_Publish_Comment';
import PUBLISH_TITLE from '@salesforce/label/c.Sage_Mapping_Publish_Title';
import UNSAVED from '@salesforce/label/c.Sage_Mapping_Unsaved';
import SAVED_STATE from '@salesforce/label/c.Sage_Mapping_Saved_State';
import UNTOUCHED from '@salesforce/label/c.Sage_Mapping_Untouched';
import DISCARD from '@salesforce/label/c.Sage_Mapping_Discard';
import STAY from '@salesforce/label/c.Sage_Mapping_Stay';
import LEAVE_QUESTION from '@salesforce/label/c.Sage_Mapping_Leave_Question';
import SAMPLE from '@salesforce/label/c.Sage_Mapping_Sample';
import SHOW_SAMPLE from '@salesforce/label/c.Sage_Mapping_Show_Sample';
import SEARCH from '@salesforce/label/c.Sage_Mapping_Search';
import FILTER from '@salesforce/label/c.Sage_Mapping_Filter';
import FILTER_ALL from '@salesforce/label/c.Sage_Mapping_Filter_All';
import FILTER_UNMAPPED from '@salesforce/label/c.Sage_Mapping_Filter_Unmapped';
import FILTER_MAPPED from '@salesforce/label/c.Sage_Mapping_Filter_Mapped';
import FILTER_REQUIRED from '@salesforce/label/c.Sage_Mapping_Filter_Required';
import FILTER_OWN from '@salesforce/label/c.Sage_Mapping_Filter_Own';
import FIELD_COUNT from '@salesforce/label/c.Sage_Mapping_Field_Count';
import NO_FIELDS from '@salesforce/label/c.Sage_Mapping_No_Fields';
import SAGE from '@salesforce/label/c.Sage_Mapping_Sage';
import SALESFORCE from '@salesforce/label/c.Sage_Mapping_Salesforce';
import SIDE_SAGE from '@salesforce/label/c.Sage_Mapping_Side_Sage';
import SIDE_SALESFORCE from '@salesforce/label/c.Sage_Mapping_Side_Salesforce';
import KIND_TEXT from '@salesforce/label/c.Sage_Mapping_Kind_Text';
import KIND_CODE from '@salesforce/label/c.Sage_Mapping_Kind_Code';
import KIND_DECIMAL from '@salesforce/label/c.Sage_Mapping_Kind_Decimal';
import KIND_INTEGER from '@salesforce/label/c.Sage_Mapping_Kind_Integer';
import KIND_FLAG from '@salesforce/label/c.Sage_Mapping_Kind_Flag';
import KIND_DAY from '@salesforce/label/c.Sage_Mapping_Kind_Day';
import KIND_MOMENT from '@salesforce/label/c.Sage_Mapping_Kind_Moment';
import KIND_REFERENCE from '@salesforce/label/c.Sage_Mapping_Kind_Reference';
import UDF from '@salesforce/label/c.Sage_Mapping_Udf';
import CUSTOM from '@salesforce/label/c.Sage_Mapping_Custom';
import WORKED_OUT from '@salesforce/label/c.Sage_Mapping_Worked_Out';
import READ_ONLY from '@salesforce/label/c.Sage_Mapping_Read_Only';
import WHEN_NEW from '@salesforce/label/c.Sage_Mapping_When_New';
import REQUIRED from '@salesforce/label/c.Sage_Mapping_Required';
import WITH_LINE from '@salesforce/label/c.Sage_Mapping_With_Line';
import WITH_PROBLEM from '@salesforce/label/c.Sage_Mapping_With_Problem';
import YES from '@salesforce/label/c.Sage_Mapping_Yes';
import NO from '@salesforce/label/c.Sage_Mapping_No';
import NOTHING from '@salesforce/label/c.Sage_Mapping_Nothing';
import HOW_TO from '@salesforce/label/c.Sage_Mapping_How_To';
import PICKED_SAGE from '@salesforce/label/c.Sage_Mapping_Picked_Sage';
import PICKED_SALESFORCE from '@salesforce/label/c.Sage_Mapping_Picked_Salesforce';
import CANCELLED from '@salesforce/label/c.Sage_Mapping_Cancelled';
import OPEN_LINE from '@salesforce/label/c.Sage_Mapping_Open_Line';
import CONSTANT from '@salesforce/label/c.Sage_Mapping_Constant';
import CANCEL from '@salesforce/label/c.Sage_Mapping_Cancel';
import CLOSE from '@salesforce/label/c.Sage_Mapping_Close';
import REMOVE from '@salesforce/label/c.Sage_Mapping_Remove';
import REMOVE_LINE from '@salesforce/label/c.Sage_Mapping_Remove_Line';
import LINE_KEY from '@salesforce/label/c.Sage_Mapping_Line_Key';
import LINE from '@salesforce/label/c.Sage_Mapping_Line';
import LINE_ADDED from '@salesforce/label/c.Sage_Mapping_Line_Added';
import LINE_REMOVED from '@salesforce/label/c.Sage_Mapping_Line_Removed';
import UNDONE from '@salesforce/label/c.Sage_Mapping_Undone';
import REDONE from '@salesforce/label/c.Sage_Mapping_Redone';
import DIRECTION from '@salesforce/label/c.Sage_Mapping_Direction';
import TO_SALESFORCE from '@salesforce/label/c.Sage_Mapping_To_Salesforce';
import TO_SAGE from '@salesforce/label/c.Sage_Mapping_To_Sage';
import BOTH from '@salesforce/label/c.Sage_Mapping_Both';
import CONFLICT from '@salesforce/label/c.Sage_Mapping_Conflict';
import SAGE_WINS from '@salesforce/label/c.Sage_Mapping_Sage_Wins';
import SALESFORCE_WINS from '@salesforce/label/c.Sage_Mapping_Salesforce_Wins';
import NEWEST from '@salesforce/label/c.Sage_Mapping_Newest';
import ASK from '@salesforce/label/c.Sage_Mapping_Ask';
import EMPTY_SALESFORCE from '@salesforce/label/c.Sage_Mapping_Empty_Salesforce';
import EMPTY_SAGE from '@salesforce/label/c.Sage_Mapping_Empty_Sage';
import DO_EMPTY from '@salesforce/label/c.Sage_Mapping_Do_Empty';
import DO_KEEP from '@salesforce/label/c.Sage_Mapping_Do_Keep';
import DO_DEFAULT from '@salesforce/label/c.Sage_Mapping_Do_Default';
import DEFAULT_SALESFORCE from '@salesforce/label/c.Sage_Mapping_Default_Salesforce';
import DEFAULT_SAGE from '@salesforce/label/c.Sage_Mapping_Default_Sage';
import HAS_CONDITION from '@salesforce/label/c.Sage_Mapping_Has_Condition';
import SALESFORCE_FIELDS from '@salesforce/label/c.Sage_Mapping_Salesforce_Fields';
import SAGE_FIELDS from '@salesforce/label/c.Sage_Mapping_Sage_Fields';
import ADD_FIELD from '@salesforce/label/c.Sage_Mapping_Add_Field';
import TRANSFORMS from '@salesforce/label/c.Sage_Mapping_Transforms';
import TRANSFORMS_HELP from '@salesforce/label/c.Sage_Mapping_Transforms_Help';
import NO_TRANSFORMS from '@salesforce/label/c.Sage_Mapping_No_Transforms';
import ADD_TRANSFORM from '@salesforce/label/c.Sage_Mapping_Add_Transform';
import MOVE_UP from '@salesforce/label/c.Sage_Mapping_Move_Up';
import MOVE_DOWN from '@salesforce/label/c.Sage_Mapping_Move_Down';
import OTHERWISE from '@salesforce/label/c.Sage_Mapping_Otherwise';
import OTHERWISE_REFUSE from '@salesforce/label/c.Sage_Mapping_Otherwise_Refuse';
import OTHERWISE_KEEP from '@salesforce/label/c.Sage_Mapping_Otherwise_Keep';
import OTHERWISE_DEFAULT from '@salesforce/label/c.Sage_Mapping_Otherwise_Default';
import LIVE from '@salesforce/label/c.Sage_Mapping_Live';
import LIVE_ASKING from '@salesforce/label/c.Sage_Mapping_Live_Asking';
import LIVE_NONE from '@salesforce/label/c.Sage_Mapping_Live_None';
import LIVE_WORDS from '@salesforce/label/c.Sage_Mapping_Live_Words';
import LIVE_FAULT from '@salesforce/label/c.Sage_Mapping_Live_Fault';
import PREFERRED from '@salesforce/label/c.Sage_Mapping_Preferred';
import ADD_PAIR from '@salesforce/label/c.Sage_Mapping_Add_Pair';
import PASTE_HELP from '@salesforce/label/c.Sage_Mapping_Paste_Help';
import PASTE_HERE from '@salesforce/label/c.Sage_Mapping_Paste_Here';
import PASTED from '@salesforce/label/c.Sage_Mapping_Pasted';
import PASTE_REFUSED from '@salesforce/label/c.Sage_Mapping_Paste_Refused';
import PROBLEMS from '@salesforce/label/c.Sage_Mapping_Problems';
import PROBLEMS_HELP from '@salesforce/label/c.Sage_Mapping_Problems_Help';
import NO_PROBLEMS from '@salesforce/label/c.Sage_Mapping_No_Problems';
import SUGGESTIONS from '@salesforce/label/c.Sage_Mapping_Suggestions';
import SUGGESTIONS_HELP from '@salesforce/label/c.Sage_Mapping_Suggestions_Help';
import NO_SUGGESTIONS from '@salesforce/label/c.Sage_Mapping_No_Suggestions';
import SUGGESTION from '@salesforce/label/c.Sage_Mapping_Suggestion';
import CONNECT from '@salesforce/label/c.Sage_Mapping_Connect';
import CONNECT_ALL from '@salesforce/label/c.Sage_Mapping_Connect_All';
import PROBLEMS_TAB from '@salesforce/label/c.Sage_Mapping_Problems_Tab';
import PROBLEM_MISSING from '@salesforce/label/c.Sage_Mapping_Problem_Missing';
import PROBLEM_NOT_WRITABLE from '@salesforce/label/c.Sage_Mapping_Problem_Not_Writable';
import PROBLEM_TOO_LONG from '@salesforce/label/c.Sage_Mapping_Problem_Too_Long';
import PROBLEM_TOO_PRECISE from '@salesforce/label/c.Sage_Mapping_Problem_Too_Precise';
import PROBLEM_KINDS from '@salesforce/label/c.Sage_Mapping_Problem_Kinds';
import PROBLEM_TWICE from '@salesforce/label/c.Sage_Mapping_Problem_Twice';
import PROBLEM_REQUIRED from '@salesforce/label/c.Sage_Mapping_Problem_Required';
import PROBLEM_MATCH_KEY from '@salesforce/label/c.Sage_Mapping_Problem_Match_Key';
import PROBLEM_NO_ENDS from '@salesforce/label/c.Sage_Mapping_Problem_No_Ends';
import DRY_RUN from '@salesforce/label/c.Sage_Mapping_Dry_Run';
import DRY_RUN_HELP from '@salesforce/label/c.Sage_Mapping_Dry_Run_Help';
import RECORDS from '@salesforce/label/c.Sage_Mapping_Records';
import KEYS from '@salesforce/label/c.Sage_Mapping_Keys';
import RUN_DRY_RUN from '@salesforce/label/c.Sage_Mapping_Run_Dry_Run';
import ASKING from '@salesforce/label/c.Sage_Mapping_Asking';
import DRY_RUN_RESULT from '@salesforce/label/c.Sage_Mapping_Dry_Run_Result';
import DRY_RUN_NOT_SHOWN from '@salesforce/label/c.Sage_Mapping_Dry_Run_Not_Shown';
import UNKNOWN_KEYS from '@salesforce/label/c.Sage_Mapping_Unknown_Keys';
import ONLY_DIFFERENCES from '@salesforce/label/c.Sage_Mapping_Only_Differences';
import BEFORE_BOTH from '@salesforce/label/c.Sage_Mapping_Before_Both';
import AFTER_BOTH from '@salesforce/label/c.Sage_Mapping_After_Both';
import OUTCOME from '@salesforce/label/c.Sage_Mapping_Outcome';
import WHY from '@salesforce/label/c.Sage_Mapping_Why';
import PASSES from '@salesforce/label/c.Sage_Mapping_Passes';
import FAILS from '@salesforce/label/c.Sage_Mapping_Fails';
import LEFT_OUT from '@salesforce/label/c.Sage_Mapping_Left_Out';
import EQUAL from '@salesforce/label/c.Sage_Mapping_Equal';
import OUTCOME_CONFLICT from '@salesforce/label/c.Sage_Mapping_Outcome_Conflict';
import LEFT from '@salesforce/label/c.Sage_Mapping_Left';
import FAULT from '@salesforce/label/c.Sage_Mapping_Fault';
import VERSIONS from '@salesforce/label/c.Sage_Mapping_Versions';
import VERSION from '@salesforce/label/c.Sage_Mapping_Version';
import VERSION_NO from '@salesforce/label/c.Sage_Mapping_Version_No';
import PACKAGED from '@salesforce/label/c.Sage_Mapping_Packaged';
import PACKAGED_VERSION from '@salesforce/label/c.Sage_Mapping_Packaged_Version';
import IN_FORCE from '@salesforce/label/c.Sage_Mapping_In_Force';
import PUBLISHED_AT from '@salesforce/label/c.Sage_Mapping_Published_At';
import PUBLISHED_BY from '@salesforce/label/c.Sage_Mapping_Published_By';
import COMMENT from '@salesforce/label/c.Sage_Mapping_Comment';
import ACTIONS from '@salesforce/label/c.Sage_Mapping_Actions';
import EXPORT from '@salesforce/label/c.Sage_Mapping_Export';
import IMPORT from '@salesforce/label/c.Sage_Mapping_Import';
import IMPORTED from '@salesforce/label/c.Sage_Mapping_Imported';
import IMPORT_OTHER from '@salesforce/label/c.Sage_Mapping_Import_Other';
import ROLL_BACK from '@salesforce/label/c.Sage_Mapping_Roll_Back';
import ROLL_BACK_QUESTION from '@salesforce/label/c.Sage_Mapping_Roll_Back_Question';
import COMPARE from '@salesforce/label/c.Sage_Mapping_Compare';
import COMPARE_BEFORE from '@salesforce/label/c.Sage_Mapping_Compare_Before';
import COMPARE_AFTER from '@salesforce/label/c.Sage_Mapping_Compare_After';
import SAVED_DRAFT from '@salesforce/label/c.Sage_Mapping_Saved_Draft';
import COMPARED from '@salesforce/label/c.Sage_Mapping_Compared';
import COMPARED_SAME from '@salesforce/label/c.Sage_Mapping_Compared_Same';
import THE_DRAFT from '@salesforce/label/c.Sage_Mapping_The_Draft';
import SAVING from '@salesforce/label/c.Sage_Mapping_Saving';
import SAVED_NOW from '@salesforce/label/c.Sage_Mapping_Saved_Now';
import PUBLISHED from '@salesforce/label/c.Sage_Mapping_Published';
import PUBLISHED_SAME from '@salesforce/label/c.Sage_Mapping_Published_Same';
import IN_FORCE_NOW from '@salesforce/label/c.Sage_Mapping_In_Force_Now';
import LINE_LIST from '@salesforce/label/c.Sage_Mapping_Line_List';
import NO_LINES from '@salesforce/label/c.Sage_Mapping_No_Lines';
import CONSTANT_FOR from '@salesforce/label/c.Sage_Mapping_Constant_For';

/** The words of the designer. */
export const labels = {
  adminPage: TITLE,
  pair: PAIR,
  choosePair: CHOOSE_PAIR,
  loading: LOADING,
  noAccessTitle: NO_ACCESS_TITLE,
  noAccessAction: NO_ACCESS_ACTION,
  notSetUp: NOT_SET_UP,
  save: SAVE,
  undo: UNDO,
  redo: REDO,
  publish: PUBLISH,
  publishNow: PUBLISH_NOW,
  publishHelp: PUBLISH_HELP,
  publishComment: PUBLISH_COMMENT,
  publishTitle: PUBLISH_TITLE,
  unsaved: UNSAVED,
  savedState: SAVED_STATE,
  untouched: UNTOUCHED,
  discard: DISCARD,
  stay: STAY,
  leaveQuestion: LEAVE_QUESTION,
  sample: SAMPLE,
  showSample: SHOW_SAMPLE,
  search: SEARCH,
  filter: FILTER,
  filterAll: FILTER_ALL,
  filterUnmapped: FILTER_UNMAPPED,
  filterMapped: FILTER_MAPPED,
  filterRequired: FILTER_REQUIRED,
  filterOwn: FILTER_OWN,
  fieldCount: FIELD_COUNT,
  noFields: NO_FIELDS,
  sage: SAGE,
  salesforce: SALESFORCE,
  sideSage: SIDE_SAGE,
  sideSalesforce: SIDE_SALESFORCE,
  kindText: KIND_TEXT,
  kindCode: KIND_CODE,
  kindDecimal: KIND_DECIMAL,
  kindInteger: KIND_INTEGER,
  kindFlag: KIND_FLAG,
  kindDay: KIND_DAY,
  kindMoment: KIND_MOMENT,
  kindReference: KIND_REFERENCE,
  udf: UDF,
  custom: CUSTOM,
  workedOut: WORKED_OUT,
  readOnly: READ_ONLY,
  whenNew: WHEN_NEW,
  required: REQUIRED,
  withLine: WITH_LINE,
  withProblem: WITH_PROBLEM,
  yes: YES,
  no: NO,
  nothing: NOTHING,
  howTo: HOW_TO,
  pickedSage: PICKED_SAGE,
  pickedSalesforce: PICKED_SALESFORCE,
  cancelled: CANCELLED,
  openLine: OPEN_LINE,
  fillWithConstant: CONSTANT,
  cancel: CANCEL,
  close: CLOSE,
  remove: REMOVE,
  removeLine: REMOVE_LINE,
  lineKey: LINE_KEY,
  line: LINE,
  lineAdded: LINE_ADDED,
  lineRemoved: LINE_REMOVED,
  undone: UNDONE,
  redone: REDONE,
  direction: DIRECTION,
  toSalesforce: TO_SALESFORCE,
  toSage: TO_SAGE,
  both: BOTH,
  conflict: CONFLICT,
  sageWins: SAGE_WINS,
  salesforceWins: SALESFORCE_WINS,
  newest: NEWEST,
  ask: ASK,
  emptySalesforce: EMPTY_SALESFORCE,
  emptySage: EMPTY_SAGE,
  doEmpty: DO_EMPTY,
  doKeep: DO_KEEP,
  doDefault: DO_DEFAULT,
  defaultSalesforce: DEFAULT_SALESFORCE,
  defaultSage: DEFAULT_SAGE,
  hasCondition: HAS_CONDITION,
  salesforceFields: SALESFORCE_FIELDS,
  sageFields: SAGE_FIELDS,
  addField: ADD_FIELD,
  transforms: TRANSFORMS,
  transformsHelp: TRANSFORMS_HELP,
  noTransforms: NO_TRANSFORMS,
  addTransform: ADD_TRANSFORM,
  moveUp: MOVE_UP,
  moveDown: MOVE_DOWN,
  otherwise: OTHERWISE,
  otherwiseRefuse: OTHERWISE_REFUSE,
  otherwiseKeep: OTHERWISE_KEEP,
  otherwiseDefault: OTHERWISE_DEFAULT,
  liveResult: LIVE,
  liveAsking: LIVE_ASKING,
  liveNone: LIVE_NONE,
  liveWords: LIVE_WORDS,
  liveFault: LIVE_FAULT,
  preferred: PREFERRED,
  addPair: ADD_PAIR,
  pasteHelp: PASTE_HELP,
  pasteHere: PASTE_HERE,
  pasted: PASTED,
  pasteRefused: PASTE_REFUSED,
  problems: PROBLEMS,
  problemsHelp: PROBLEMS_HELP,
  noProblems: NO_PROBLEMS,
  suggestions: SUGGESTIONS,
  suggestionsHelp: SUGGESTIONS_HELP,
  noSuggestions: NO_SUGGESTIONS,
  suggestion: SUGGESTION,
  connect: CONNECT,
  connectAll: CONNECT_ALL,
  problemsTab: PROBLEMS_TAB,
  missingField: PROBLEM_MISSING,
  notWritable: PROBLEM_NOT_WRITABLE,
  tooLong: PROBLEM_TOO_LONG,
  tooPrecise: PROBLEM_TOO_PRECISE,
  kindsDiffer: PROBLEM_KINDS,
  writtenTwice: PROBLEM_TWICE,
  requiredMissing: PROBLEM_REQUIRED,
  matchKeyGone: PROBLEM_MATCH_KEY,
  noEnds: PROBLEM_NO_ENDS,
  dryRun: DRY_RUN,
  dryRunHelp: DRY_RUN_HELP,
  records: RECORDS,
  keys: KEYS,
  runDryRun: RUN_DRY_RUN,
  asking: ASKING,
  dryRunResult: DRY_RUN_RESULT,
  dryRunNotShown: DRY_RUN_NOT_SHOWN,
  unknownKeys: UNKNOWN_KEYS,
  onlyDifferences: ONLY_DIFFERENCES,
  beforeBoth: BEFORE_BOTH,
  afterBoth: AFTER_BOTH,
  outcome: OUTCOME,
  why: WHY,
  passes: PASSES,
  fails: FAILS,
  leftOut: LEFT_OUT,
  equal: EQUAL,
  outcomeConflict: OUTCOME_CONFLICT,
  left: LEFT,
  fault: FAULT,
  versions: VERSIONS,
  version: VERSION,
  versionNo: VERSION_NO,
  packaged: PACKAGED,
  packagedVersion: PACKAGED_VERSION,
  inForce: IN_FORCE,
  publishedAt: PUBLISHED_AT,
  publishedBy: PUBLISHED_BY,
  comment: COMMENT,
  actions: ACTIONS,
  export: EXPORT,
  import: IMPORT,
  imported: IMPORTED,
  importOther: IMPORT_OTHER,
  rollBack: ROLL_BACK,
  rollBackQuestion: ROLL_BACK_QUESTION,
  compare: COMPARE,
  compareBefore: COMPARE_BEFORE,
  compareAfter: COMPARE_AFTER,
  savedDraft: SAVED_DRAFT,
  compared: COMPARED,
  comparedSame: COMPARED_SAME,
  theDraft: THE_DRAFT,
  saving: SAVING,
  savedNow: SAVED_NOW,
  published: PUBLISHED,
  publishedSame: PUBLISHED_SAME,
  inForceNow: IN_FORCE_NOW,
  lineList: LINE_LIST,
  noLines: NO_LINES,
  constantFor: CONSTANT_FOR
};
