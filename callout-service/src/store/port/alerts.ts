/** A trouble that people are told of once when it begins and once when it ends. */
export interface Alert {
  /** What is troubled, as `sage-unreachable` or `dead-letter:sales-order-out`. */
  readonly topic: string;
  readonly detail: string;
  readonly since: string;
  readonly lastSeenAt: string;
  /** How often it was raised since it began. */
  readonly occurrences: number;
  /** When people were last told, undefined while they were not. */
  readonly toldAt: string | undefined;
}

export interface Alerts {
  /** True when the trouble is new: of several instances one gets true. */
  raise(topic: string, detail: string): Promise<{ readonly begun: boolean; readonly alert: Alert }>;
  /** The alert that ended; undefined when there was none, so that of several instances one tells of the end. */
  clear(topic: string): Promise<Alert | undefined>;
  told(topic: string): Promise<void>;
  open(): Promise<readonly Alert[]>;
}
