/** Rows of a store as they stood, by table, in an order that references allow. A released one never changes. */
export type FixtureRows = Readonly<
  Record<string, readonly Readonly<Record<string, string | number | null>>[]>
>;

/** What people and systems write: quotes, line ends, other scripts, combined signs, and what JSON escapes. */
export const AWKWARD =
  'O’Brien & "Söhne" \\ \'x\'; --\r\n\t 株式会社 👩‍👧 e\u0301 \u202E %_ {"a":null} \\u0000';
export const AWKWARD_JSON = JSON.stringify({
  text: AWKWARD,
  nul: '\0',
  lone: '\uD800',
  deep: [[[{ '': 0.1 }]]]
});
