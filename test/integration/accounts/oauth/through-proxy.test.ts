// A sign-in with the browser asks the provider by the account's proxy, like everything else of the account.
import { describe, expect, it } from 'vitest';
import type { Account } from '../../../../electron/contract/model/accounts';
import type { ProxyChoice } from '../../../../electron/contract/model/way';
import { walk } from '../../../support/browser-walk';
import { forThisTest } from '../../../support/for-this-test';
import { accountOn } from '../../../support/imap-account';
import { startNamingProxy } from '../../../support/naming-proxy';
import { freePorts } from '../../../support/ports';
import { openSignInDesk } from '../../../support/sign-in-desk';

const by = (proxy: ProxyChoice): Account => accountOn({}, { oauth: 'own', way: { proxy, ehloName: null, timeoutSeconds: null } });

describe.each(['socks5', 'http'] as const)('a sign-in by a %s proxy', (kind) => {
  it('fetches the metadata and the tokens through it', async () => {
    const { begin, identity } = await openSignInDesk();
    const { hostname, port } = new URL(identity.issuer);
    const proxy = await forThisTest(startNamingProxy(kind, { [hostname]: Number(port) }));
    const under = await begin(by(proxy.choice));
    const forMetadata = proxy.asked.length;
    expect(forMetadata).toBeGreaterThan(0);
    await walk(under.page, 'anna@example.test');
    expect(await under.ended()).toBe('done');
    expect(proxy.asked.length).toBeGreaterThan(forMetadata);
    expect(new Set(proxy.asked)).toEqual(new Set([`${hostname}:${port}`]));
  });

  it('does not go around one that is not there', async () => {
    const { begin, identity } = await openSignInDesk();
    const { nobody } = await freePorts(['nobody']);
    const under = await begin(by({ kind, host: '127.0.0.1', port: nobody, user: '' }));
    expect(await under.ended()).toBe('proxy-unreachable');
    expect(identity.asked).toEqual([]);
  });
});
