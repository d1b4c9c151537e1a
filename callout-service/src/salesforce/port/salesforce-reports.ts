/** A report as the Analytics API ran it: the detail rows, as text. */
export interface ReportTable {
  readonly name: string;
  readonly columns: readonly { readonly name: string; readonly label: string; readonly type: string }[];
  /** Values as text in the order of the columns: numbers as plain decimals, days as `YYYY-MM-DD`, blanks as null. */
  readonly rows: readonly (readonly (string | null)[])[];
  /** False when Salesforce cut the rows (2,000 in one answer) and no filter could part them. */
  readonly complete: boolean;
}

export interface SalesforceReports {
  /** By id or developer name. @throws LedgerBridgeError LB70x; LB706 when there is none. */
  run(report: string): Promise<ReportTable>;
}
