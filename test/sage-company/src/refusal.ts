/** Something that was asked of the Sage company and cannot be done as asked; nothing has been changed. */
export class Refusal extends Error {
  override readonly name = 'Refusal';
}
