/** An element failed: its fault path is taken, or the interview ends with this message. */
export class FlowFault extends Error {
  constructor(message: string) {
    super(message);
    this.name = 'FlowFault';
  }
}
