import { DateTime } from 'luxon';
import type { ConflictRule, FieldMap, MappingContent } from '../mapping-content.ts';
import type { Values } from '../transforms/turning.ts';
import type { MapInContext } from './map-in-context.ts';
import type { AgreedValues, FieldDecision, MergeInput } from './merge.ts';
import type { Side } from './side-values.ts';

/** Whose values go to the other side, or that none do; and what decided where both had changed. */
export interface Verdict {
  readonly flow: Side | 'equal' | 'conflict';
  readonly by: FieldDecision['by'];
  /** Both sides keep what was agreed: one of them only has it in another form. */
  readonly asAgreed?: boolean;
}

interface BothSides {
  readonly sage: Values;
  readonly salesforce: Values;
  readonly agreed: AgreedValues | undefined;
}

const by = (flow: Side, rule: FieldDecision['by']): Verdict => ({ flow, by: rule });

/** The three-way comparison of one field map in both directions, of a record that both sides have. */
export function decide(
  map: FieldMap,
  same: MapInContext,
  sides: BothSides,
  input: MergeInput,
  master: MappingContent['master']
): Verdict {
  const { sage, salesforce, agreed } = sides;
  if (same.areEqual(sage, salesforce)) return { flow: 'equal', by: undefined };
  const person = input.decided?.[map.id];
  if (agreed === undefined || !same.couldAgree(agreed)) return firstTime(same, sides, person, master);
  const inSage = same.hasChanged('sage', agreed.sage, sage);
  const inSalesforce = same.hasChanged('salesforce', agreed.salesforce, salesforce);
  if (inSage && inSalesforce) return byRule(map.conflict, input, person, master);
  if (inSage) return by('sage', undefined);
  return inSalesforce ? by('salesforce', undefined) : { flow: 'equal', by: undefined, asAgreed: true };
}

/** The master prevails; where it has nothing and keeps what the other one has, that fills it. */
function firstTime(same: MapInContext, sides: BothSides, person: Side | undefined, master: Side): Verdict {
  if (person !== undefined) return by(person, 'person');
  if (same.carried(master, sides[master]) !== 'keep') return by(master, 'master');
  return by(master === 'sage' ? 'salesforce' : 'sage', undefined);
}

function byRule(
  rule: ConflictRule,
  { changedAt }: MergeInput,
  person: Side | undefined,
  master: Side
): Verdict {
  if (person !== undefined) return by(person, 'person');
  if (rule === 'sage-wins') return by('sage', rule);
  if (rule === 'salesforce-wins') return by('salesforce', rule);
  if (rule === 'ask') return { flow: 'conflict', by: rule };
  const [sage, salesforce] = [momentOf(changedAt.sage), momentOf(changedAt.salesforce)];
  if (sage === salesforce) return by(master, 'newest');
  return by(sage > salesforce ? 'sage' : 'salesforce', 'newest');
}

/** A side that does not say when it changed was before all others. */
function momentOf(text: string | null): number {
  const millis = text === null ? Number.NaN : DateTime.fromISO(text, { zone: 'utc' }).toMillis();
  return Number.isNaN(millis) ? Number.NEGATIVE_INFINITY : millis;
}
