/** A refusal of an OAuth endpoint: code and description as in help, "OAuth 2.0 Authorization Errors". */
export class OAuthError extends Error {
  readonly code: string;

  constructor(code: string, description: string) {
    super(description);
    this.name = 'OAuthError';
    this.code = code;
  }
}
