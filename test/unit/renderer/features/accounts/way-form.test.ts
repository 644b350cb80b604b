// The way to the servers as it is typed, and as it is kept.
import { describe, expect, it } from 'vitest';
import { formOfWay, proxyPasswordOf, usualWay, wayOf, wayProblems, withProxy } from '../../../../../renderer/features/accounts/way-form';

const socks = { ...usualWay, proxy: 'socks5' as const, host: ' proxy.example ', port: '1080', user: 'anna' };

describe('the way to the servers', () => {
  it('as usual is kept as nothing', () => {
    expect(wayOf(usualWay)).toBeNull();
    expect(wayOf({ ...usualWay, timeout: ' ', ehloName: ' ' })).toBeNull();
    expect(formOfWay(undefined)).toEqual(usualWay);
  });
  it('comes back as it was kept, but for the password', () => {
    const kept = wayOf({ ...socks, password: 'secret', timeout: '120', ehloName: 'mail.example.org' });
    expect(kept).toEqual({
      proxy: { kind: 'socks5', host: 'proxy.example', port: 1080, user: 'anna' },
      ehloName: 'mail.example.org',
      timeoutSeconds: 120,
    });
    expect(JSON.stringify(kept)).not.toContain('secret');
    expect(wayOf(formOfWay(kept ?? undefined))).toEqual(kept);
    expect(formOfWay({ proxy: { kind: 'system' }, ehloName: null, timeoutSeconds: null }).proxy).toBe('system');
  });
  it('proposes the port of the kind, and keeps one that was typed', () => {
    expect(withProxy(usualWay, 'socks5').port).toBe('1080');
    expect(withProxy(withProxy(usualWay, 'socks5'), 'http').port).toBe('8080');
    expect(withProxy({ ...socks, port: '3128' }, 'http').port).toBe('3128');
  });
  it.each([
    [{ ...socks, host: '' }, { 'way.host': 'empty' }],
    [{ ...socks, host: 'http://proxy' }, { 'way.host': 'host' }],
    [{ ...socks, port: '70000' }, { 'way.port': 'port' }],
    [{ ...usualWay, timeout: '9' }, { 'way.timeout': 'timeout' }],
    [{ ...usualWay, timeout: '601' }, { 'way.timeout': 'timeout' }],
    [{ ...usualWay, timeout: 'soon' }, { 'way.timeout': 'timeout' }],
    [{ ...usualWay, ehloName: 'two words' }, { 'way.ehloName': 'ehlo' }],
    [{ ...usualWay, host: 'of no concern', port: '' }, {}],
    [socks, {}],
  ])('%j has the problems %j', (form, problems) => expect(wayProblems(form)).toEqual(problems));
  it('sends a password along only for a proxy', () => {
    expect(proxyPasswordOf({ ...socks, password: 'secret' })).toBe('secret');
    expect(proxyPasswordOf(socks)).toBeNull();
    expect(proxyPasswordOf({ ...usualWay, password: 'secret' })).toBeNull();
  });
});
