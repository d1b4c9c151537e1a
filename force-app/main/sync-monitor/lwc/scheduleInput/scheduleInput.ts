import { LightningElement, api } from 'lwc';
import CRON from '@salesforce/label/c.Sage_Objects_Cron';
import CRON_HELP from '@salesforce/label/c.Sage_Objects_Cron_Help';
import NEXT_THREE from '@salesforce/label/c.Sage_Objects_Next_Three';
import SECONDS from '@salesforce/label/c.Sage_Objects_Seconds';
import SECONDS_HELP from '@salesforce/label/c.Sage_Objects_Seconds_Help';
import LOCALE from '@salesforce/i18n/locale';
import { fillIn } from 'c/labelText';
import { changesInWords, formatMinute, nextRunOf } from 'c/scheduleWords';
import type { ChangeSchedule } from 'c/scheduleWords';
import { CUSTOM_VALUE, presetOf, presetOptions, scheduleOf } from './presets';
import type { PresetOption, ScheduleKind } from './presets';
import { cronFault, secondsFault } from './scheduleFaults';

/** Moments that are shown, so that a mistake in an expression is seen. */
const NEXT_SHOWN = 3;

/** An input of lightning-input that can be told what is wrong. */
interface Checked {
  setCustomValidity(message: string): void;
  reportValidity(): boolean;
}

/** A schedule: a preset, or an expression of one's own, in words and with its next moments. Fires `schedulechange`. */
export default class ScheduleInput extends LightningElement {
  @api label = '';
  @api kind: ScheduleKind = 'changes';
  /** Time zone of Sage (IANA), which crons mean; undefined as long as it is not known. */
  @api sageZone: string | undefined;

  readonly labels = { cron: CRON, cronHelp: CRON_HELP, seconds: SECONDS, secondsHelp: SECONDS_HELP };

  private schedule: ChangeSchedule = { everySeconds: undefined, cron: '' };
  /** Stays chosen while an expression of one's own happens to be a preset. */
  private isCustomChosen = false;

  @api
  get value(): ChangeSchedule {
    return this.schedule;
  }
  set value(value: ChangeSchedule) {
    this.schedule = value;
  }

  /** What is wrong; empty where nothing is. */
  @api
  get fault(): string {
    return this.secondsFault || cronFault(this.schedule.cron);
  }

  get options(): readonly PresetOption[] {
    return presetOptions(this.kind);
  }

  get preset(): string {
    return this.isCustomChosen ? CUSTOM_VALUE : presetOf(this.kind, this.schedule);
  }

  get isCustom(): boolean {
    return this.preset === CUSTOM_VALUE;
  }

  get hasSeconds(): boolean {
    return this.isCustom && this.kind === 'changes';
  }

  get words(): string {
    return this.isCustom && this.fault === '' && this.schedule.cron !== ''
      ? changesInWords(this.schedule)
      : '';
  }

  get next(): string {
    const moments = nextMoments(this.schedule.cron, this.sageZone);
    return moments.length === 0
      ? ''
      : fillIn(NEXT_THREE, new Intl.ListFormat(LOCALE, { type: 'unit' }).format(moments));
  }

  handlePreset(event: CustomEvent<{ value: string }>): void {
    const schedule = scheduleOf(this.kind, event.detail.value);
    this.isCustomChosen = schedule === undefined;
    if (schedule !== undefined) this.change(schedule);
  }

  handleSeconds(event: CustomEvent<{ value: string }>): void {
    const text = event.detail.value;
    this.change({ ...this.schedule, everySeconds: text === '' ? undefined : Number(text) });
    tell(event.target, this.secondsFault);
  }

  handleCron(event: CustomEvent<{ value: string }>): void {
    this.change({ ...this.schedule, cron: event.detail.value.trim() });
    tell(event.target, cronFault(this.schedule.cron));
  }

  private get secondsFault(): string {
    return this.kind === 'changes' ? secondsFault(this.schedule.everySeconds) : '';
  }

  private change(schedule: ChangeSchedule): void {
    this.schedule = schedule;
    this.isCustomChosen = this.isCustomChosen || presetOf(this.kind, schedule) === CUSTOM_VALUE;
    this.dispatchEvent(new CustomEvent('schedulechange', { detail: { value: schedule } }));
  }
}

function nextMoments(cron: string, zone: string | undefined): readonly string[] {
  const moments: string[] = [];
  let from: string | undefined = new Date().toISOString();
  while (from !== undefined && moments.length < NEXT_SHOWN) {
    from = nextRunOf(cron, zone, Date.parse(from));
    if (from !== undefined) moments.push(formatMinute(from));
  }
  return moments;
}

function tell(target: EventTarget | null, fault: string): void {
  if (!isChecked(target)) return;
  target.setCustomValidity(fault);
  target.reportValidity();
}

function isChecked(target: unknown): target is Checked {
  return typeof target === 'object' && target !== null && 'setCustomValidity' in target;
}
