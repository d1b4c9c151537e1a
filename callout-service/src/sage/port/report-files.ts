/** Texts by column, as a program of Sage imports them. */
export interface ReportFile {
  /** Without a path, as `open-orders.csv`. */
  readonly fileName: string;
  readonly columns: readonly string[];
  readonly rows: readonly (readonly (string | null)[])[];
}

/** Where files lie that Sage's side imports, as with Visual Integrator. */
export interface ReportFiles {
  /**
   * Puts a file there in one step, so that no import finds half of it; one of that name is replaced.
   * @throws LedgerBridgeError LB513 when the directory cannot be written.
   */
  deliver(file: ReportFile): Promise<void>;
}
