// Where the redirect is registered as "localhost" the browser may take either family of addresses.
import { networkInterfaces } from 'node:os';
import { expect, it, onTestFinished } from 'vitest';
import { listenForAnswer } from '../../../../electron/engine/accounts/oauth/loopback';
import { visit } from '../../../support/browser-walk';
import { closingPage } from '../../../support/sign-in-desk';
import { goodValue } from '../../../support/workbench';

const hasIpv6 = Object.values(networkInterfaces()).some((all) => all?.some(({ address }) => address === '::1'));

it.each(['127.0.0.1', ...(hasIpv6 ? ['[::1]'] : [])])(
  'the answer is heard at %s, under the name it was registered with',
  async (address) => {
    const { redirectUri, answer, close } = goodValue(await listenForAnswer('localhost', 'right', closingPage));
    onTestFinished(close);
    const { port } = new URL(redirectUri);
    expect(redirectUri).toBe(`http://localhost:${port}`);
    const asked = `http://${address}:${port}/?code=abc&state=right`;
    expect((await visit(asked)).status).toBe(421);
    const seen = visit(asked, { headers: { host: `localhost:${port}` } });
    const heard = await answer;
    if (heard.kind !== 'answer') throw new Error(heard.kind);
    expect(heard.parameters.get('code')).toBe('abc');
    heard.finish(true);
    expect((await seen).body).toContain('Du kan stänga sidan.');
    await expect(visit(asked)).rejects.toThrow(/ECONNREFUSED/);
  },
);
