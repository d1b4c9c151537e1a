/** The package cannot be shown: the message names the file that asks for something and what it asks for. */
export class PreviewBuildError extends Error {
  override readonly name = 'PreviewBuildError';
}
