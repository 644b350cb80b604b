// Real proxies on this computer: microsocks for SOCKS5, tinyproxy for CONNECT. What they connect comes from an address of their own,
// so that a server can tell who came through them and who did not.
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { connect } from 'node:net';
import path from 'node:path';
import type { ProxyChoice } from '../../electron/contract/model/way';
import { startDaemon } from './daemon';
import { freePorts } from './ports';
import { temporaryRoot } from './temporary-root';
import { until } from './until';

export type ProxyOptions = {
  /** Wants a sign-in. */
  readonly user?: string;
  readonly password?: string;
  /** CONNECT: the only ports it connects to. */
  readonly ports?: readonly number[];
};
export type RunningProxy = {
  readonly port: number;
  readonly choice: ProxyChoice;
  readonly stop: () => Promise<void>;
};

/** From where the proxies connect. */
export const proxyAddress = '127.0.0.9';

const listens = (port: number): Promise<boolean> =>
  new Promise((resolve) => {
    const socket = connect(port, '127.0.0.1');
    socket.once('connect', () => resolve(true)).once('error', () => resolve(false));
    socket.once('connect', () => socket.destroy());
  });

export async function startProxy(
  kind: 'socks5' | 'http',
  { user = '', password = '', ports = [] }: ProxyOptions = {},
): Promise<RunningProxy> {
  const folder = await mkdtemp(path.join(temporaryRoot(), 'bd-proxy-'));
  const { proxy: port } = await freePorts(['proxy']);
  const log = path.join(folder, 'log');
  const conf = path.join(folder, 'conf');
  const lines = [
    `Port ${port}`,
    'Listen 127.0.0.1',
    `Bind ${proxyAddress}`,
    'Timeout 60',
    'Allow 127.0.0.1',
    ...(user === '' ? [] : [`BasicAuth ${user} ${password}`]),
    ...ports.map((one) => `ConnectPort ${one}`),
  ];
  await writeFile(conf, `${lines.join('\n')}\n`);
  const signIn = user === '' ? [] : ['-u', user, '-P', password];
  const daemon =
    kind === 'socks5'
      ? startDaemon({ command: 'microsocks', args: ['-i', '127.0.0.1', '-p', String(port), '-b', proxyAddress, ...signIn], log })
      : startDaemon({ command: 'tinyproxy', args: ['-d', '-c', conf], log });
  await until(
    () => {
      if (!daemon.isAlive()) throw new Error(`the proxy ended: ${daemon.output()}`);
      return listens(port);
    },
    { describe: () => `the proxy does not listen: ${daemon.output()}` },
  );
  return {
    port,
    choice: { kind, host: '127.0.0.1', port, user },
    async stop() {
      await daemon.end('SIGTERM');
      await rm(folder, { recursive: true, force: true });
    },
  };
}
