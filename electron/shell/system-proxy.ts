// What the computer's own settings say of proxies, asked of Chromium when the engine needs it and never at the start.
import { session } from 'electron';

/** Chromium's rules are for web addresses; a mail server is asked for as an encrypted one at its port. Never rejects. */
export async function systemProxy({ host, port }: { readonly host: string; readonly port: number }): Promise<string> {
  const address = `https://${host.includes(':') ? `[${host}]` : host}:${port}/`;
  try {
    // A session of its own: the page's has no network at all.
    return await session.fromPartition('system-proxy').resolveProxy(new URL(address).href);
  } catch {
    return ''; // a rule that says nothing leads nowhere: a way around a proxy is not ours to choose
  }
}
