// The engine process: reads where the profile is, opens it, and serves the shell and the pages. Plain Node inside.
import { randomBytes } from 'node:crypto';
import path from 'node:path';
import { Worker } from 'node:worker_threads';
import { type Failure, fail, type Result, succeed } from '../contract/failure';
import { fromShellSchema, type ToShell } from '../contract/parent';
import { type Route, routeOfRule } from '../domain/way/route';
import { systemClock } from './clock';
import { createEngine, type Engine } from './create-engine';
import { parentPort } from './parent-port';
import { servePage } from './pipe';
import { hearCommands } from './remote/server';
import type { Starter } from './rooms';

const answerOf = (secret: string | null, failure: Failure | null): Result<string> =>
  secret !== null ? succeed(secret) : failure === null ? fail('secret-missing') : { ok: false, failure };

function main(): void {
  const profile = process.argv[2];
  if (profile === undefined) throw new Error('usage: engine PROFILE_FOLDER [--plain-on-loopback]');
  const port = parentPort();
  const asked = new Map<number, (answer: Result<string>) => void>();
  const obeyed = new Map<number, (answer: Result<null>) => void>();
  let asking = 0;
  const ask = <T>(answers: Map<number, (answer: Result<T>) => void>, message: (id: number) => ToShell): Promise<Result<T>> =>
    new Promise((resolve) => {
      asking += 1;
      answers.set(asking, resolve);
      port.postMessage(message(asking));
    });
  const routes = new Map<number, (answer: Result<Route>) => void>();
  const hear = <T>(answers: Map<number, (answer: Result<T>) => void>, id: number, answer: Result<T>): void => {
    answers.get(id)?.(answer);
    answers.delete(id);
  };
  const host: Starter = {
    clock: systemClock,
    random: (octets) => randomBytes(octets),
    secret: (accountId) => ask(asked, (id) => ({ kind: 'secret', id, accountId })),
    signIns: {
      read: (accountId) => ask(asked, (id) => ({ kind: 'read-sign-in', id, accountId })),
      keep: (accountId, signIn) => ask(obeyed, (id) => ({ kind: 'keep-sign-in', id, accountId, signIn })),
    },
    proxyPassword: (accountId) => ask(asked, (id) => ({ kind: 'proxy-password', id, accountId })),
    systemProxy: ({ host, port: at }) => ask(routes, (id) => ({ kind: 'system-proxy', id, host, port: at })),
    openBrowser: (url) => ask(obeyed, (id) => ({ kind: 'open-browser', id, url })),
    startSpelling: () =>
      new Worker(path.join(import.meta.dirname, `spelling${path.extname(import.meta.filename)}`), { env: {}, execArgv: [] }),
    notify: (notice) => port.postMessage({ kind: 'notice', notice }),
    isPlainOnLoopback: process.argv.includes('--plain-on-loopback', 3),
  };
  // The shell starts the next one, which mends it. What is behind its final dot gets its answer first.
  const onDamaged = (): void => void (created.ok && created.value.stop().finally(() => process.exit(1)));
  const created = createEngine({ profile, host, onDamaged });
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
      case 'oauth-clients':
        return engine.setOauthClients(message.clients);
      case 'secret':
        return hear(asked, message.id, answerOf(message.password, message.failure));
      case 'sign-in':
        return hear(asked, message.id, answerOf(message.signIn, message.failure));
      case 'obeyed':
        return hear(obeyed, message.id, message.failure === null ? succeed(null) : { ok: false, failure: message.failure });
      case 'system-proxy':
        return hear(routes, message.id, succeed(routeOfRule(message.rule)));
      case 'company-roots':
        return engine.setCompanyRoots(message.roots);
      case 'network':
        return engine.setOnline(message.isOnline);
      case 'dns':
        return engine.setDnsServers(message.servers);
      case 'when-missed':
        return engine.setWhenMissed(message.do);
      case 'release-held':
        return engine.releaseHeld(message.as);
      case 'read-status':
        return port.postMessage({ kind: 'status-now', id: message.id, status: engine.statusNow() });
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
