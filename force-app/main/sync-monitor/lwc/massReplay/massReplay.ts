import { LightningElement, api } from 'lwc';
import { fillIn } from 'c/labelText';
import type { Transport } from 'c/sageOperation';
import { lookAtAll, runMass } from './massRun';
import type { Fate, MassWork } from './massRun';
import { labels } from './massWords';

export type { MassWork } from './massRun';

/** How often it is looked by itself what became of the replayed ones, and how long after each other. */
const MOST_LOOKS = 5;
const BETWEEN_LOOKS_MS = 2_000;

interface Count {
  readonly kind: Fate['kind'];
  readonly name: string;
  readonly count: number;
}

interface Trouble {
  readonly jobId: number;
  readonly name: string;
  readonly text: string;
}

/**
 * Replays or skips many failures: shows how far it is, can be stopped, and says afterwards which failed again and why.
 * Begins as soon as it is shown. Fires `finish` when all is asked for, `open` with `jobId`, and `close`.
 */
export default class MassReplay extends LightningElement {
  readonly labels = labels;
  fates: ReadonlyMap<number, Fate> = new Map();
  phase: 'asking' | 'looking' | 'over' = 'asking';
  isStopped = false;

  private given: MassWork | undefined;
  private hasBegun = false;
  private looks = 0;
  private timer: ReturnType<typeof setTimeout> | undefined;

  /** Another work takes the place of one that is over. */
  @api
  get work(): MassWork | undefined {
    return this.given;
  }
  set work(work: MassWork | undefined) {
    clearTimeout(this.timer);
    this.given = work;
    this.fates = new Map();
    this.phase = 'asking';
    this.isStopped = false;
    this.hasBegun = false;
    this.looks = 0;
  }

  renderedCallback(): void {
    if (this.hasBegun || this.work === undefined) return;
    this.hasBegun = true;
    // In a microtask: this component is rendered before the transport in it is connected.
    Promise.resolve()
      .then(() => this.run())
      .catch(() => (this.phase = 'over'));
  }

  disconnectedCallback(): void {
    this.isStopped = true;
    clearTimeout(this.timer);
  }

  get heading(): string {
    return this.work?.action === 'skip' ? labels.skipHeading : labels.replayHeading;
  }

  get total(): number {
    return this.work?.jobIds.length ?? 0;
  }

  get progress(): string {
    return fillIn(labels.progress, String(this.fates.size), String(this.total));
  }

  get percent(): number {
    return this.total === 0 ? 100 : Math.round((100 * this.fates.size) / this.total);
  }

  get isAsking(): boolean {
    return this.phase === 'asking';
  }

  get status(): string {
    if (this.phase === 'asking') return this.progress;
    if (this.phase === 'looking') return labels.looking;
    const left = this.total - this.fates.size;
    return left > 0 ? fillIn(labels.stopped, String(left)) : labels.finished;
  }

  get counts(): readonly Count[] {
    const names: readonly (readonly [Fate['kind'], string])[] = [
      ['done', labels.done],
      ['running', labels.running],
      ['again', labels.again],
      ['refused', labels.refused],
      ['before', labels.before],
      ['skipped', labels.skipped]
    ];
    return names
      .map(([kind, name]) => ({ kind, name, count: this.countOf(kind) }))
      .filter(({ count }) => count > 0);
  }

  get troubles(): readonly Trouble[] {
    return [...this.fates].flatMap(([jobId, fate]) => {
      const name = String(jobId);
      if (fate.kind === 'again')
        return [
          {
            jobId,
            name: fate.name ?? name,
            text: `${labels.again}: ${fate.code} ${fate.title}. ${fate.message}`
          }
        ];
      if (fate.kind !== 'refused') return [];
      const { code, title, detail } = fate.problem;
      return [{ jobId, name, text: `${labels.refused}: ${code} ${title}. ${detail}` }];
    });
  }

  get canLook(): boolean {
    return this.phase === 'over' && this.countOf('running') > 0;
  }

  handleStop(): void {
    this.isStopped = true;
  }

  handleLook(): void {
    this.looks = MOST_LOOKS - 1;
    this.lookAgain();
  }

  handleOpen({ currentTarget }: Event): void {
    const jobId = currentTarget instanceof HTMLElement ? Number(currentTarget.dataset.jobId) : Number.NaN;
    this.dispatchEvent(new CustomEvent('open', { detail: { jobId } }));
  }

  handleClose(): void {
    this.dispatchEvent(new CustomEvent('close'));
  }

  private async run(): Promise<void> {
    const { work } = this;
    if (work === undefined) return;
    const isStopped = (): boolean => this.isStopped;
    await runMass(this.transport(), work, { onFate: (jobId, fate) => this.take(jobId, fate), isStopped });
    this.dispatchEvent(new CustomEvent('finish'));
    this.phase = 'over';
    if (this.idsOf('asked').length > 0 && this.isConnected) await this.look();
  }

  /** Looks at those that are still in line; some seconds later again, a few times. */
  private async look(): Promise<void> {
    this.phase = 'looking';
    this.looks += 1;
    const jobIds = [...this.idsOf('asked'), ...this.idsOf('running')];
    const { work } = this;
    const isStopped = (): boolean => !this.isConnected || this.work !== work;
    const onFate = (jobId: number, fate: Fate): void => {
      if (!isStopped()) this.take(jobId, fate);
    };
    await lookAtAll(this.transport(), jobIds, { onFate, isStopped });
    if (isStopped()) return;
    this.phase = 'over';
    if (this.countOf('running') === 0 || this.looks >= MOST_LOOKS) return;
    // eslint-disable-next-line @lwc/lwc/no-async-operation -- cleared as soon as the component leaves the page
    this.timer = setTimeout(() => this.lookAgain(), BETWEEN_LOOKS_MS);
  }

  private lookAgain(): void {
    clearTimeout(this.timer);
    this.look().catch(() => (this.phase = 'over'));
  }

  private take(jobId: number, fate: Fate): void {
    this.fates = new Map([...this.fates, [jobId, fate]]);
  }

  private countOf(kind: Fate['kind']): number {
    // Those that were asked for and not looked at yet are still in line.
    return this.idsOf(kind).length + (kind === 'running' ? this.idsOf('asked').length : 0);
  }

  private idsOf(kind: Fate['kind']): readonly number[] {
    return [...this.fates].flatMap(([jobId, fate]) => (fate.kind === kind ? [jobId] : []));
  }

  private transport(): Transport {
    const transport: unknown = this.refs?.transport;
    if (!isTransport(transport)) throw new Error('The transport is not on the page.');
    return transport;
  }
}

function isTransport(value: unknown): value is Transport {
  return typeof value === 'object' && value !== null && 'request' in value;
}
