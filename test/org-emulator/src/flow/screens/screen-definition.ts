/** A screen of a flow. */
export interface FlowScreen {
  readonly name: string;
}
