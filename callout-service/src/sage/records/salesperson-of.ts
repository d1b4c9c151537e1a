interface SalespersonRow {
  readonly SalespersonDivisionNo: string | null;
  readonly SalespersonNo: string | null;
}

/** The salesperson of a record as `01-0100`; null where Sage leaves the number blank. */
export function salespersonOf(row: SalespersonRow): string | null {
  if (row.SalespersonNo === null || row.SalespersonNo === '') return null;
  return `${row.SalespersonDivisionNo ?? ''}-${row.SalespersonNo}`;
}
