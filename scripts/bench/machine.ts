import { cpus, loadavg, release, totalmem, type } from 'node:os';

/** Where a benchmark ran: numbers mean nothing without it. */
export interface Machine {
  readonly processor: string;
  readonly cores: number;
  readonly memoryGib: number;
  readonly system: string;
  readonly node: string;
  /** Load average of the last minute when the run began; well above 0 means that others were working too. */
  readonly loadAtStart: number;
}

/** Describes this machine at this moment. */
export function describeMachine(): Machine {
  const processors = cpus();
  return {
    processor: processors[0]?.model.trim() ?? 'unknown',
    cores: processors.length,
    memoryGib: Math.round(totalmem() / 2 ** 30),
    system: `${type()} ${release()}`,
    node: process.version,
    loadAtStart: Number((loadavg()[0] ?? 0).toFixed(2))
  };
}
