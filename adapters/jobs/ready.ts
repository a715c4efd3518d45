// A messenger whose service was not reached since the process started: what is owed waits for it, and nobody is given up for that.
import { setTimeout as sleep } from "node:timers/promises";
import { DeliveryError, type Messenger } from "../../src/ports.ts";

/** How long a message waits in the worker's hands, milliseconds; together with the sending itself shorter than a lease. */
const PATIENCE_MS = 1_000;

interface Connecting {
  readonly messenger: Messenger;
  ready(): boolean;
}

export function onceReady({ messenger, ready }: Connecting, patience = PATIENCE_MS): Messenger {
  const connected = async () => {
    for (const end = performance.now() + patience; !ready(); await sleep(20)) if (performance.now() > end) throw new DeliveryError("busy");
  };
  return {
    name: messenger.name,
    async send(...given) {
      await connected();
      return messenger.send(...given);
    },
    async update(...given) {
      await connected();
      return messenger.update(...given);
    },
    async find(...given) {
      await connected();
      return messenger.find(...given);
    },
  };
}
