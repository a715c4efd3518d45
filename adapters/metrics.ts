// What the operator can watch: counters and latencies for Prometheus, without any person in a label.
import { Counter, collectDefaultMetrics, Histogram, Registry } from "prom-client";

export interface Metrics {
  readonly gesture: (messenger: string, outcome: string, seconds: number) => void;
  readonly delivery: (what: string, messenger: string) => void;
  readonly text: () => Promise<string>;
  readonly type: string;
}

export function createMetrics(): Metrics {
  const registry = new Registry();
  collectDefaultMetrics({ register: registry });
  const gestures = new Histogram({
    name: "buendnis_gesture_seconds",
    help: "Time from a gesture's arrival to its stored answer",
    labelNames: ["messenger", "outcome"],
    buckets: [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5],
    registers: [registry],
  });
  const deliveries = new Counter({
    name: "buendnis_deliveries_total",
    help: "Messages by how their sending ended",
    labelNames: ["what", "messenger"],
    registers: [registry],
  });
  return {
    gesture: (messenger, outcome, seconds) => gestures.observe({ messenger, outcome }, seconds),
    delivery: (what, messenger) => deliveries.inc({ what, messenger }),
    text: () => registry.metrics(),
    type: registry.contentType,
  };
}
