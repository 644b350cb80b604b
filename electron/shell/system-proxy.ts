// What the computer's own settings say of proxies, asked of Chromium when the engine needs it and never at the start.
import { type Session, session } from 'electron';

let asking: Promise<Session> | null = null;

/** A session of its own, which knows the system's settings: all others are told at the start that there is no proxy. */
async function askable(): Promise<Session> {
  const own = session.fromPartition('system-proxy');
  await own.setProxy({ mode: 'system' });
  await own.forceReloadProxyConfig(); // until they have been read, Chromium answers that there is no proxy
  return own;
}

/** Chromium's rules are for web addresses; a mail server is asked for as an encrypted one at its port. Never rejects. */
export async function systemProxy({ host, port }: { readonly host: string; readonly port: number }): Promise<string> {
  const address = `https://${host.includes(':') ? `[${host}]` : host}:${port}/`;
  try {
    asking ??= askable().catch((error: unknown) => {
      asking = null; // the next connection asks anew
      throw error;
    });
    return await (await asking).resolveProxy(new URL(address).href);
  } catch {
    return ''; // a rule that says nothing leads nowhere: a way around a proxy is not ours to choose
  }
}
