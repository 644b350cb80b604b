// The engine process: reads where the profile is, opens it, and serves the shell and the pages. Plain Node inside.
import { randomBytes } from 'node:crypto';
import path from 'node:path';
import { fail, type Result } from '../contract/failure';
import { fromShellSchema } from '../contract/parent';
import { systemClock } from './clock';
import { createEngine, type Engine } from './create-engine';
import { parentPort } from './parent-port';
import { servePage } from './pipe';
import { hearCommands } from './remote/server';
import type { Starter } from './rooms';

function main(): void {
  const profile = process.argv[2];
  if (profile === undefined) throw new Error('usage: engine PROFILE_FOLDER');
  const port = parentPort();
  const asked = new Map<number, (answer: Result<string>) => void>();
  let asking = 0;
  const host: Starter = {
    clock: systemClock,
    random: (octets) => randomBytes(octets),
    secret: (accountId) =>
      new Promise((resolve) => {
        asking += 1;
        asked.set(asking, resolve);
        port.postMessage({ kind: 'secret', id: asking, accountId });
      }),
    notify: (notice) => port.postMessage({ kind: 'notice', notice }),
  };
  const created = createEngine({ profile, host });
  if (!created.ok) {
    port.postMessage({ kind: 'unusable', failure: created.failure });
    process.exitCode = 78; // EX_CONFIG
    return;
  }
  const engine: Engine = created.value;
  let stopHearing: () => void = () => undefined;
  engine.watchStatus((status) => port.postMessage({ kind: 'status', status }));
  port.on('message', ({ data, ports }) => {
    const parsed = fromShellSchema.safeParse(data);
    if (!parsed.success) return;
    const message = parsed.data;
    switch (message.kind) {
      case 'accounts':
        return engine.setAccounts(message.accounts);
      case 'page': {
        const page = ports[0];
        if (page === undefined) return;
        servePage(page, engine);
        return page.start();
      }
      case 'secret': {
        const resolve = asked.get(message.id);
        asked.delete(message.id);
        if (message.password !== null) return resolve?.({ ok: true, value: message.password });
        return resolve?.(message.failure === null ? fail('secret-missing') : { ok: false, failure: message.failure });
      }
      case 'network':
        return engine.setOnline(message.isOnline);
      case 'dns':
        return engine.setDnsServers(message.servers);
      case 'when-missed':
        return engine.setWhenMissed(message.do);
      case 'release-held':
        return engine.releaseHeld(message.as);
      case 'resumed':
        return engine.resumed();
      case 'stop':
        stopHearing();
        return void engine.stop().then(() => {
          port.postMessage({ kind: 'stopped' });
          setImmediate(() => process.exit(0));
        });
    }
  });
  port.postMessage({ kind: 'ready' });
  // Nobody who starts the window waits for this.
  setImmediate(() => {
    stopHearing = hearCommands(path.resolve(profile), engine);
  });
}

main();
