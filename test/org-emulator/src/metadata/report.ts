import { z } from 'zod';
import type { SourceFile } from './source-files.ts';
import { flag, ignored, readMetadata, text, whole } from './xml.ts';

const grouping = z.strictObject({
  field: text,
  dateGranularity: text.optional(),
  sortOrder: z.enum(['Asc', 'Desc']).optional(),
  sortByName: text.optional(),
  aggregateType: text.optional(),
  sortType: text.optional()
});

const schema = z.strictObject({
  name: text,
  description: text.optional(),
  format: z.enum(['Tabular', 'Summary', 'Matrix'], {
    error: ({ input }) => `reports of the format ${String(input)} are not supported by the local org`
  }),
  reportType: text,
  scope: text.optional(),
  showDetails: flag.optional(),
  columns: z
    .array(z.strictObject({ field: text, aggregateTypes: z.array(text).default([]), ...hidden() }))
    .default([]),
  groupingsDown: z.array(grouping).default([]),
  groupingsAcross: z.array(grouping).default([]),
  filter: z
    .strictObject({
      booleanFilter: text.optional(),
      language: ignored,
      criteriaItems: z
        .array(
          z.strictObject({
            column: text,
            operator: text,
            value: text.optional(),
            columnToColumn: z.literal('false').optional(),
            isUnlocked: ignored
          })
        )
        .default([])
    })
    .optional(),
  timeFrameFilter: z
    .strictObject({
      dateColumn: text,
      interval: text,
      startDate: text.optional(),
      endDate: text.optional()
    })
    .optional(),
  sortColumn: text.optional(),
  sortOrder: z.enum(['Asc', 'Desc']).optional(),
  rowLimit: whole.optional(),
  params: ignored,
  chart: ignored,
  currency: ignored,
  showGrandTotal: ignored,
  showSubTotals: ignored,
  formattingRules: ignored
});

function hidden() {
  return { reverseColors: ignored, showChanges: ignored };
}

/** A report, with columns and filters as its file names them. */
export type ReportMetadata = z.infer<typeof schema> & {
  readonly file: SourceFile;
  /** `Folder/Report`. */
  readonly fullName: string;
};

const lists = ['columns', 'aggregateTypes', 'groupingsDown', 'groupingsAcross', 'criteriaItems'];

/** Reads `reports/Folder/X.report-meta.xml`. Buckets, cross filters and formulas are refused by name. */
export function readReport(file: SourceFile): ReportMetadata {
  return { ...readMetadata(file, { root: 'Report', lists, schema }), file, fullName: file.fullName };
}

const folderSchema = z.strictObject({
  name: text,
  accessType: ignored,
  publicFolderAccess: ignored,
  folderShares: ignored,
  sharedTo: ignored
});

/** A folder of reports. */
export type ReportFolderMetadata = { readonly name: string } & {
  readonly file: SourceFile;
  readonly fullName: string;
};

/** Reads `reports/Folder.reportFolder-meta.xml`. */
export function readReportFolder(file: SourceFile): ReportFolderMetadata {
  const { name } = readMetadata(file, { root: 'ReportFolder', lists: [], schema: folderSchema });
  return { name, file, fullName: file.fullName };
}
