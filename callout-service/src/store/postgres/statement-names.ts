/** Far more than the store has; where a text is made anew each time, later ones go without a name. */
const MAX_NAMED = 300;

/**
 * Names for the statements of one connection, by their text. PostgreSQL parses and plans a statement with a name once a
 * connection and not each time (manual, 54.2.3 Extended Query): that is more than half of its work for a claim.
 */
export function createStatementNames(): (text: string) => string | undefined {
  const names = new Map<string, string>();
  return (text) => {
    const known = names.get(text);
    if (known !== undefined || names.size === MAX_NAMED) return known;
    const name = `ledger_bridge_${names.size + 1}`;
    names.set(text, name);
    return name;
  };
}
