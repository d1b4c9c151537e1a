/** What Story__c takes, with some room. */
const MOST_CHARACTERS = 32_000;
/** Salesforce counts a line break as two characters. */
const BREAK = 2;
/** Longest remark about what was left out. */
const REMARK = 60;

/** A story as numbered lines, cut to what the field takes, with a remark of how much is missing. */
export function storyText(story: readonly string[]): string {
  const lines: string[] = [];
  let room = MOST_CHARACTERS - REMARK;
  for (const [index, step] of story.entries()) {
    const line = `${index + 1}. ${step.replace(/\s+/g, ' ').trim()}`;
    if (line.length + BREAK > room)
      return [...lines, ...remainder(line, room, story.length - index)].join('\n');
    lines.push(line);
    room -= line.length + BREAK;
  }
  return lines.join('\n');
}

/** The beginning of a line that is longer than a whole field, and how many lines are not told to their end. */
function remainder(line: string, room: number, missing: number): readonly string[] {
  const begun = room === MOST_CHARACTERS - REMARK ? [`${line.slice(0, room - BREAK)}…`] : [];
  return [...begun, `(${missing} more ${missing === 1 ? 'line' : 'lines'} did not fit.)`];
}
