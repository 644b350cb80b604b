// The way to an account's servers while it is being filled in.
import type { WayChoice } from '../../../electron/contract/model/way';
import { isEhloName } from '../../../electron/domain/way/ehlo-name';
import { timeoutLimits } from '../../../electron/domain/way/patience';

export type ProxyKind = 'none' | 'system' | 'socks5' | 'http';
export type WayForm = {
  readonly proxy: ProxyKind;
  readonly host: string;
  readonly port: string;
  readonly user: string;
  /** Typed now; empty: the stored one. It never comes back. */
  readonly password: string;
  readonly ehloName: string;
  readonly timeout: string;
};
export type WayField = `way.${'host' | 'port' | 'password' | 'ehloName' | 'timeout'}`;
export const isWayField = (field: string): field is WayField => field.startsWith('way.');
export type WayProblem = 'ehlo' | 'timeout';

export const usualWay: WayForm = { proxy: 'none', host: '', port: '', user: '', password: '', ehloName: '', timeout: '' };
type WithServer = WayForm & { readonly proxy: 'socks5' | 'http' };
export const hasServer = (form: WayForm): form is WithServer => form.proxy === 'socks5' || form.proxy === 'http';
const usualPorts = { socks5: '1080', http: '8080' } as const;

/** The port that goes with a kind is proposed, as long as nobody has typed another. */
export function withProxy(form: WayForm, proxy: ProxyKind): WayForm {
  const isProposed = form.port === '' || form.port === usualPorts.socks5 || form.port === usualPorts.http;
  return { ...form, proxy, port: isProposed && (proxy === 'socks5' || proxy === 'http') ? usualPorts[proxy] : form.port };
}

export function formOfWay(way: WayChoice | undefined): WayForm {
  const { proxy = null, ehloName = null, timeoutSeconds = null } = way ?? {};
  const rest = { ehloName: ehloName ?? '', timeout: timeoutSeconds === null ? '' : String(timeoutSeconds) };
  if (proxy === null || proxy.kind === 'system') return { ...usualWay, ...rest, proxy: proxy === null ? 'none' : 'system' };
  return { ...usualWay, ...rest, proxy: proxy.kind, host: proxy.host, port: String(proxy.port), user: proxy.user };
}

const isPort = (text: string): boolean => /^\d{1,5}$/.test(text) && Number(text) >= 1 && Number(text) <= 65535;
const isTimeout = (text: string): boolean =>
  /^\d{1,4}$/.test(text) && Number(text) >= timeoutLimits.least && Number(text) <= timeoutLimits.most;

export function wayProblems(form: WayForm): Partial<Record<WayField, 'empty' | 'host' | 'port' | WayProblem>> {
  const host = form.host.trim();
  const port = form.port.trim();
  return {
    ...(hasServer(form) && host === '' ? { 'way.host': 'empty' as const } : {}),
    ...(hasServer(form) && host !== '' && (/[\s/@\\[\]]/.test(host) || host.length > 255) ? { 'way.host': 'host' as const } : {}),
    ...(hasServer(form) && !isPort(port) ? { 'way.port': 'port' as const } : {}),
    ...(form.timeout.trim() !== '' && !isTimeout(form.timeout.trim()) ? { 'way.timeout': 'timeout' as const } : {}),
    ...(form.ehloName.trim() !== '' && !isEhloName(form.ehloName.trim()) ? { 'way.ehloName': 'ehlo' as const } : {}),
  };
}

/** Null: as usual, and nothing of it is kept. Call only when `wayProblems` found nothing. */
export function wayOf(form: WayForm): WayChoice | null {
  const proxy: WayChoice['proxy'] = hasServer(form)
    ? { kind: form.proxy, host: form.host.trim(), port: Number(form.port), user: form.user.trim() }
    : form.proxy === 'system'
      ? { kind: 'system' }
      : null;
  const ehloName = form.ehloName.trim() === '' ? null : form.ehloName.trim();
  const timeoutSeconds = form.timeout.trim() === '' ? null : Number(form.timeout);
  return proxy === null && ehloName === null && timeoutSeconds === null ? null : { proxy, ehloName, timeoutSeconds };
}

/** What goes along for the proxy; null: the stored one. */
export const proxyPasswordOf = (form: WayForm): string | null => (hasServer(form) && form.password !== '' ? form.password : null);
