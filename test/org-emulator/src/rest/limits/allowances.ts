/** An allowance that `limits` shows: how much within how many hours, or at the same time. */
export interface Allowance {
  readonly max: number;
  /** Length of its window; left out where there is none. */
  readonly hours?: number;
}

const day = 24;

/**
 * The allowances of `limits` beside those that can be set: names and meaning from REST API Developer Guide,
 * "Limits", amounts as a Developer Edition org shows them. Those that the local org does not count stay whole.
 */
export const allowances: Readonly<Record<string, Allowance>> = {
  AnalyticsExternalDataSizeMB: { max: 40_960 },
  ConcurrentAsyncGetReportInstances: { max: 200 },
  ConcurrentSyncReportRuns: { max: 20 },
  DailyAnalyticsDataflowJobExecutions: { max: 60, hours: day },
  DailyAsyncApexExecutions: { max: 250_000, hours: day },
  DailyBulkApiBatches: { max: 15_000, hours: day },
  DailyBulkV2QueryFileStorageMB: { max: 976_562, hours: day },
  DailyBulkV2QueryJobs: { max: 10_000, hours: day },
  DailyDeliveredPlatformEvents: { max: 10_000, hours: day },
  DailyDurableGenericStreamingApiEvents: { max: 10_000, hours: day },
  DailyDurableStreamingApiEvents: { max: 10_000, hours: day },
  DailyGenericStreamingApiEvents: { max: 10_000, hours: day },
  DailyStandardVolumePlatformEvents: { max: 10_000, hours: day },
  DailyStreamingApiEvents: { max: 10_000, hours: day },
  DailyWorkflowEmails: { max: 100_000, hours: day },
  DurableStreamingApiConcurrentClients: { max: 20 },
  FileStorageMB: { max: 20 },
  HourlyAsyncReportRuns: { max: 1200, hours: 1 },
  HourlyDashboardRefreshes: { max: 200, hours: 1 },
  HourlyODataCallout: { max: 1000, hours: 1 },
  HourlyPublishedPlatformEvents: { max: 50_000, hours: 1 },
  HourlyPublishedStandardVolumePlatformEvents: { max: 1000, hours: 1 },
  HourlySyncReportRuns: { max: 500, hours: 1 },
  HourlyTimeBasedWorkflow: { max: 50, hours: 1 },
  MassEmail: { max: 5000, hours: day },
  PermissionSets: { max: 1500 },
  SingleEmail: { max: 5000, hours: day },
  StreamingApiConcurrentClients: { max: 20 }
};
