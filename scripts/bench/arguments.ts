import type { Scenario, ScenarioOptions } from './scenario.ts';

/**
 * Scenarios by name, and options as `--rows 10000`, which each of them must know.
 * @throws Error with the words for a person who named none, or what there is none of.
 */
export function readArguments(
  words: readonly string[],
  scenarios: readonly Scenario[]
): { readonly chosen: readonly Scenario[]; readonly options: ScenarioOptions } {
  const names: string[] = [];
  const options: Record<string, string> = {};
  for (let at = 0; at < words.length; at += 1) {
    const word = words[at] ?? '';
    if (!word.startsWith('--')) names.push(word);
    else {
      options[word.slice(2)] = words[at + 1] ?? '';
      at += 1;
    }
  }
  const chosen = names.flatMap((name) => scenarios.filter((scenario) => scenario.name === name));
  const isKnown = (option: string) => chosen.every((each) => Object.hasOwn(each.options ?? {}, option));
  const isComplete = names.length > 0 && chosen.length === names.length;
  if (isComplete && Object.keys(options).every(isKnown)) return { chosen, options };
  throw new Error(
    ['Name a scenario: npm run bench -- <scenario> [--option value]', ...scenarios.flatMap(inWords)].join(
      '\n'
    )
  );
}

function inWords({ name, summary, options = {} }: Scenario): readonly string[] {
  return [
    `  ${name.padEnd(12)} ${summary}`,
    ...Object.entries(options).map(([option, meaning]) => `${' '.repeat(15)}--${option}: ${meaning}`)
  ];
}
