import CREDENTIAL_TITLE from '@salesforce/label/c.Sage_Problem_Credential_Title';
import CREDENTIAL_DETAIL from '@salesforce/label/c.Sage_Problem_Credential_Detail';
import CREDENTIAL_ACTION from '@salesforce/label/c.Sage_Problem_Credential_Action';
import FLOW_TITLE from '@salesforce/label/c.Sage_Problem_Flow_Title';
import FLOW_DETAIL from '@salesforce/label/c.Sage_Problem_Flow_Detail';
import FLOW_ACTION from '@salesforce/label/c.Sage_Problem_Flow_Action';
import TIMEOUT_TITLE from '@salesforce/label/c.Sage_Problem_Timeout_Title';
import TIMEOUT_DETAIL from '@salesforce/label/c.Sage_Problem_Timeout_Detail';
import TIMEOUT_ACTION from '@salesforce/label/c.Sage_Problem_Timeout_Action';
import ANSWER_TITLE from '@salesforce/label/c.Sage_Problem_Answer_Title';
import ANSWER_DETAIL from '@salesforce/label/c.Sage_Problem_Answer_Detail';
import ANSWER_ACTION from '@salesforce/label/c.Sage_Problem_Answer_Action';
import FAULT_TITLE from '@salesforce/label/c.Sage_Problem_Fault_Title';
import FAULT_DETAIL from '@salesforce/label/c.Sage_Problem_Fault_Detail';
import FAULT_ACTION from '@salesforce/label/c.Sage_Problem_Fault_Action';
import RECORD_TITLE from '@salesforce/label/c.Sage_Problem_Record_Title';
import RECORD_DETAIL from '@salesforce/label/c.Sage_Problem_Record_Detail';
import RECORD_ACTION from '@salesforce/label/c.Sage_Problem_Record_Action';
import UNEXPECTED_TITLE from '@salesforce/label/c.Sage_Problem_Unexpected_Title';
import UNEXPECTED_DETAIL from '@salesforce/label/c.Sage_Problem_Unexpected_Detail';
import UNEXPECTED_ACTION from '@salesforce/label/c.Sage_Problem_Unexpected_Action';
import { fillIn } from 'c/labelText';
import type { Problem } from './problem';

/** Failures that arise inside Salesforce. Group LB8 is theirs: the service's own catalogue uses the others. */
const SALESFORCE_PROBLEMS = {
  /** The user may not use the external credential's principal. */
  LB801: [CREDENTIAL_TITLE, CREDENTIAL_DETAIL, CREDENTIAL_ACTION, false],
  /** The platform could not run the flow, or it paused; it gives no reason. */
  LB802: [FLOW_TITLE, FLOW_DETAIL, FLOW_ACTION, true],
  LB803: [TIMEOUT_TITLE, TIMEOUT_DETAIL, TIMEOUT_ACTION, true],
  /** The answer is not what was agreed. */
  LB804: [ANSWER_TITLE, ANSWER_DETAIL, ANSWER_ACTION, true],
  /** The flow took its fault path. */
  LB805: [FAULT_TITLE, FAULT_DETAIL, FAULT_ACTION, true],
  /** Lightning Data Service could not read the record, or the flow found none. */
  LB806: [RECORD_TITLE, RECORD_DETAIL, RECORD_ACTION, false],
  LB809: [UNEXPECTED_TITLE, UNEXPECTED_DETAIL, UNEXPECTED_ACTION, true]
} as const;

/** Code of a failure that arises inside Salesforce. */
export type SalesforceProblemCode = keyof typeof SALESFORCE_PROBLEMS;

/** The problem of this code, in the user's language. `reason` is what the platform said, where it said anything. */
export function salesforceProblem(code: SalesforceProblemCode, reason = ''): Problem {
  const [title, detail, action, retryable] = SALESFORCE_PROBLEMS[code];
  return { code, title, detail: fillIn(detail, reason).trim(), action, retryable };
}
