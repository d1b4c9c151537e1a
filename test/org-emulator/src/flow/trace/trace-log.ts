import type { FlowTrace } from './flow-trace.ts';
import type { TraceRecorder } from './trace-recorder.ts';

const mostTraces = 500;

/** The last runs of flows: a ring buffer. A run stands in it from its start, so one that hangs is seen too. */
export class TraceLog {
  #recorders: TraceRecorder[] = [];

  add(recorder: TraceRecorder): void {
    this.#recorders.push(recorder);
    if (this.#recorders.length > mostTraces) this.#recorders.shift();
  }

  /** The runs that are kept, oldest first; of one flow where its name is given. */
  all(flow?: string): FlowTrace[] {
    const traces = this.#recorders.map(({ trace }) => trace);
    return flow === undefined ? traces : traces.filter((trace) => trace.flow === flow);
  }

  /** The youngest run of a flow, or undefined. */
  last(flow: string): FlowTrace | undefined {
    return this.all(flow).at(-1);
  }

  clear(): void {
    this.#recorders = [];
  }
}
