/** A callout that gave no usable answer, in the words a flow's fault path gets. */
export class CalloutFault extends Error {
  constructor(message: string) {
    super(message);
    this.name = 'CalloutFault';
  }
}
