import type { TransformDefinition } from './definition.ts';
import { letterCase } from './kinds/case.ts';
import { constant } from './kinds/constant.ts';
import { country } from './kinds/country.ts';
import { currency } from './kinds/currency.ts';
import { cut } from './kinds/cut.ts';
import { dayToMoment } from './kinds/day-to-moment.ts';
import { firstFilled } from './kinds/first-filled.ts';
import { flagText } from './kinds/flag-text.ts';
import { conditional } from './kinds/if.ts';
import { join, split } from './kinds/join-and-split.ts';
import { multiply } from './kinds/multiply.ts';
import { not } from './kinds/not.ts';
import { numberText } from './kinds/number-text.ts';
import { pad } from './kinds/pad.ts';
import { personName } from './kinds/person-name.ts';
import { phone } from './kinds/phone.ts';
import { round } from './kinds/round.ts';
import { state } from './kinds/state.ts';
import { streetLines } from './kinds/street-lines.ts';
import { template } from './kinds/template.ts';
import { trim } from './kinds/trim.ts';
import { valueMap } from './kinds/value-map.ts';
import type { TransformKind } from './transform.ts';

const list = {
  trim,
  case: letterCase,
  pad,
  cut,
  'street-lines': streetLines,
  join,
  split,
  'person-name': personName,
  country,
  state,
  phone,
  round,
  multiply,
  currency,
  'day-to-moment': dayToMoment,
  'number-text': numberText,
  'flag-text': flagText,
  not,
  'value-map': valueMap,
  constant,
  'first-filled': firstFilled,
  template,
  if: conditional
} as const satisfies { readonly [K in TransformKind]: TransformDefinition<K> };

/** Every transform of the closed list, by its kind. */
export const transformDefinitions: Readonly<Record<TransformKind, TransformDefinition>> = list;
