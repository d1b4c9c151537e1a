import { Gauge, type Registry } from 'prom-client';

/** How a gate stands. */
interface GateFigures {
  readonly name: string;
  readonly open: boolean;
}

/**
 * Puts gates and open alerts among the metrics; both are asked for by each scrape. Topics and gates are closed lists, so
 * that the number of series does not grow.
 */
export function putAlertFigures(
  registry: Registry,
  {
    gates,
    openTopics
  }: {
    readonly gates: () => readonly GateFigures[];
    /** Topics of the open alerts; rejects while the store cannot be asked. */
    readonly openTopics: () => Promise<readonly string[]>;
  }
): void {
  const registers = [registry];
  const gate = new Gauge({
    name: 'gate_open',
    help: 'Whether lanes behind the gate are worked (1) or wait (0)',
    labelNames: ['gate'] as const,
    registers,
    collect() {
      for (const { name, open } of gates()) gate.set({ gate: name }, Number(open));
    }
  });
  const alerts = new Gauge({
    name: 'alert_open',
    help: 'Troubles that people were told of and that last, by topic; none while the store cannot be reached',
    labelNames: ['topic'] as const,
    registers,
    async collect() {
      const topics = await openTopics().catch(() => []);
      alerts.reset();
      for (const topic of topics) alerts.set({ topic }, 1);
    }
  });
}
