/** What must not stand in the log of the service: secrets, and what is personal. */
const FORBIDDEN: ReadonlyMap<string, RegExp> = new Map([
  ['the password of the Business Object Interface', /boi-password/],
  ['a private key', /PRIVATE KEY/],
  ['an access token', /Bearer [\w.!-]{8}|access_token["=:]+[\w.!-]{8}|00D\w{12,15}![\w.]{8}/],
  ['an assertion', /eyJ[\w-]{10,}\.eyJ/],
  ["a customer's name", /Newcomer \d+ of the stream/],
  ["a customer's address", /\d+ Main Street/]
]);

export function secretsIn(log: string): string[] {
  return [...FORBIDDEN].flatMap(([what, pattern]) => {
    const line = log.split('\n').find((each) => pattern.test(each));
    return line === undefined ? [] : [`the log of the service holds ${what}: ${line.slice(0, 300)}`];
  });
}
