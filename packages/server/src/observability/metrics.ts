// SPDX-License-Identifier: Apache-2.0
// What the server counts for Prometheus. No label holds anything that people choose, so that the number of series stays small and names nobody.
import { Counter, collectDefaultMetrics, Gauge, Histogram, Registry } from 'prom-client'

export interface Metrics {
  /** In the text format of Prometheus. */
  render(): Promise<{ readonly contentType: string; readonly text: string }>
  readonly webhooks: {
    delivered(endpoint: string, seconds: number): void
    failed(endpoint: string, isLast: boolean): void
  }
}

export interface MetricsSources {
  readonly meetings: () => { readonly loaded: number; readonly quarantined: number }
  readonly webhookBacklog: () => Promise<
    readonly { readonly endpoint: string; readonly due: number; readonly dead: number }[]
  >
}

export function createMetrics(sources: MetricsSources): Metrics {
  const registry = new Registry()
  const registers = [registry]
  collectDefaultMetrics({ register: registry })
  new Gauge({
    name: 'alcove_meetings',
    help: 'Meetings in memory, and meetings that cannot be read back from their log.',
    labelNames: ['state'],
    registers,
    collect() {
      const { loaded, quarantined } = sources.meetings()
      this.set({ state: 'loaded' }, loaded)
      this.set({ state: 'quarantined' }, quarantined)
    },
  })
  new Gauge({
    name: 'alcove_webhooks_waiting',
    help: 'Webhooks in the outbox: due ones, and dead ones that were given up.',
    labelNames: ['endpoint', 'state'],
    registers,
    async collect() {
      this.reset()
      for (const { endpoint, due, dead } of await sources.webhookBacklog()) {
        this.set({ endpoint, state: 'due' }, due)
        this.set({ endpoint, state: 'dead' }, dead)
      }
    },
  })
  const outcomes = new Counter({
    name: 'alcove_webhook_tries_total',
    help: 'Tries to deliver a webhook, by outcome: delivered, failed (tried again), dead (given up).',
    labelNames: ['endpoint', 'outcome'],
    registers,
  })
  const durations = new Histogram({
    name: 'alcove_webhook_duration_seconds',
    help: 'How long endpoints took to take a webhook.',
    labelNames: ['endpoint'],
    buckets: [0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10],
    registers,
  })

  return {
    render: async () => ({ contentType: registry.contentType, text: await registry.metrics() }),
    webhooks: {
      delivered(endpoint, seconds) {
        outcomes.inc({ endpoint, outcome: 'delivered' })
        durations.observe({ endpoint }, seconds)
      },
      failed: (endpoint, isLast) => outcomes.inc({ endpoint, outcome: isLast ? 'dead' : 'failed' }),
    },
  }
}
