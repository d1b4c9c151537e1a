/** A value that is not of its column's type. It never holds the value itself, which may be personal data. */
export class UndecodableValueError extends Error {
  constructor(expected: string) {
    super(`the value is not ${expected}`);
    this.name = 'UndecodableValueError';
  }
}
