// The sign-in itself: what the browser is sent to, what comes back, and each way in which it can end.
import type { IncomingMessage, ServerResponse } from 'node:http';
import { createServer } from 'node:https';
import { describe, expect, it, onTestFinished } from 'vitest';
import { visit, walk, walkTo } from '../../../support/browser-walk';
import { selfSignedCertificate } from '../../../support/certificates';
import { startEngine } from '../../../support/engine';
import { forThisTest } from '../../../support/for-this-test';
import { accountOn } from '../../../support/imap-account';
import { portOf } from '../../../support/ports';
import { startScriptedSmtp } from '../../../support/scripted-smtp';
import { beginSignIn, openSignInDesk } from '../../../support/sign-in-desk';

const account = accountOn({}, { oauth: 'own' });
const anna = account.address;
const changed = (redirect: string, change: (parameters: URLSearchParams) => void): string => {
  const url = new URL(redirect);
  change(url.searchParams);
  return url.href;
};

describe('a sign-in that goes well', () => {
  it('asks with PKCE, a state and the address, and ends with a page in the person’s language without script', async () => {
    const { begin, engine } = await openSignInDesk();
    const under = await begin(account);
    const asked = new URL(under.page).searchParams;
    expect(asked.get('code_challenge_method')).toBe('S256');
    expect(asked.get('login_hint')).toBe(anna);
    expect(asked.get('state')).toMatch(/^[\w-]{43}$/);
    expect(asked.get('redirect_uri')).toMatch(/^http:\/\/127\.0\.0\.1:\d+$/);
    const seen = await walk(under.page, anna);
    expect(seen.body).toContain('<html lang="sv">');
    expect(seen.body).toContain('Klart &#38; &#60;färdigt&#62;');
    expect(seen.body).not.toMatch(/<script|<link|<img| on\w+=/i);
    expect(seen.headers['content-security-policy']).toMatch(/^default-src 'none'; style-src 'sha256-[^']+'/);
    expect(seen.headers['referrer-policy']).toBe('no-referrer');
    expect(await under.ended()).toBe('done');
    expect(under.states()).toEqual(['starting', 'waiting', 'fetching', 'done']);
    expect(engine.opened).toHaveLength(1);
  });

  it('is not disturbed by strangers at the port before it, and answers nobody after it', async () => {
    const { begin } = await openSignInDesk();
    const under = await begin(account);
    const redirect = await walkTo(under.page, anna);
    const { origin } = new URL(redirect);
    expect((await visit(redirect, { headers: { host: 'evil.example' } })).status).toBe(421);
    expect((await visit(redirect, { method: 'POST' })).status).toBe(405);
    expect((await visit(`${origin}/favicon.ico`)).status).toBe(404);
    expect(under.last()?.kind).toBe('waiting');
    expect((await visit(redirect)).status).toBe(200);
    expect(await under.ended()).toBe('done');
    await expect(visit(redirect)).rejects.toThrow(/ECONNREFUSED/);
  });
});

describe('a sign-in ends, and says why,', () => {
  it('when the person refuses', async () => {
    const { begin } = await openSignInDesk();
    const under = await begin(account);
    const seen = await walk(under.page, null);
    expect(seen.body).toContain('Det gick inte');
    expect(await under.ended()).toBe('oauth-denied');
  });

  it.each([
    ['state', 'oauth-mismatch'],
    ['iss', 'oauth-mismatch'],
    ['code', 'oauth-refused'],
  ])('when the answer’s %s is another one', async (name, code) => {
    const { begin, identity } = await openSignInDesk();
    const under = await begin(account);
    const redirect = await walkTo(under.page, anna);
    const seen = await visit(changed(redirect, (parameters) => parameters.set(name, 'another')));
    expect(seen.body).toContain('Det gick inte');
    expect(await under.ended()).toBe(code);
    expect(identity.count('POST /token')).toBe(name === 'code' ? 1 : 0);
  });

  it('when a code is brought a second time', async () => {
    const { begin, identity } = await openSignInDesk();
    const first = await begin(account);
    const answer = await walkTo(first.page, anna);
    const used = new URL(answer).searchParams.get('code') ?? '';
    await visit(answer);
    expect(await first.ended()).toBe('done');
    const second = await begin(account);
    const redirect = await walkTo(second.page, anna);
    await visit(changed(redirect, (parameters) => parameters.set('code', used)));
    expect(await second.ended()).toBe('oauth-refused');
    expect(identity.count('POST /token')).toBe(2);
    expect(JSON.stringify(second.last())).not.toContain(used);
  });

  it('when nothing comes back', async () => {
    const { begin, engine } = await openSignInDesk();
    const under = await begin(account);
    engine.clock.skip(15 * 60_000);
    expect(await under.ended()).toBe('oauth-timed-out');
    await expect(visit(new URL(under.page).searchParams.get('redirect_uri') ?? '')).rejects.toThrow(/ECONNREFUSED/);
  });

  it('when it is called off: the port is closed at once', async () => {
    const { begin } = await openSignInDesk();
    const under = await begin(account);
    under.cancel();
    await expect(visit(new URL(under.page).searchParams.get('redirect_uri') ?? '')).rejects.toThrow(/ECONNREFUSED/);
    expect(under.last()?.kind).toBe('waiting');
  });

  it('when the program has no client id there', async () => {
    const engine = await forThisTest(startEngine());
    expect(await (await beginSignIn(engine, account)).ended()).toBe('oauth-client-missing');
    expect(engine.opened).toEqual([]);
  });

  it('when the sign-in server’s certificate comes from nobody we trust', async () => {
    const server = await forThisTest(startScriptedSmtp({ certificate: await selfSignedCertificate() }));
    const { identity } = await openSignInDesk();
    const own = { ...identity.clients.own, issuer: `https://localhost:${server.port}` };
    const engine = await forThisTest(startEngine({ oauthClients: { ...identity.clients, own } }));
    expect(await (await beginSignIn(engine, account)).ended()).toBe('certificate-untrusted');
  });
});

describe('a token endpoint', () => {
  const answers: Readonly<Record<string, (response: ServerResponse) => void>> = {
    'answers with a web page': (response) => response.writeHead(200, { 'content-type': 'text/html' }).end('<h1>Welcome</h1>'),
    'leads elsewhere': (response) => response.writeHead(302, { location: 'https://evil.example/token' }).end(),
    'is out of order': (response) => response.writeHead(503).end(),
    'never ends': (response) => {
      response.writeHead(200, { 'content-type': 'application/json' });
      const chunk = Buffer.alloc(65_536, 32);
      const pour = (): void => {
        while (!response.destroyed && response.write(chunk));
        if (!response.destroyed) response.once('drain', pour);
      };
      pour();
    },
    'cuts the line': (response) => void response.socket?.destroy(),
  };
  it.each(Object.entries(answers))('that %s ends the sign-in', async (_name, answer) => {
    const { begin, identity } = await openSignInDesk();
    const under = await begin(account);
    identity.intercept((request: IncomingMessage, response: ServerResponse) => {
      if (request.url !== '/token') return false;
      answer(response);
      return true;
    });
    const seen = await walk(under.page, anna);
    expect(seen.body).toContain('Det gick inte');
    expect(await under.ended()).toBe('oauth-unavailable');
  });

  it('whose certificate comes from nobody we trust gets neither code nor verifier, though the metadata names it', async () => {
    const heard: string[] = [];
    const server = createServer(await selfSignedCertificate(), (request, response) => {
      heard.push(request.url ?? '');
      response.end('{}');
    });
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    onTestFinished(() => void server.close());
    const { begin, identity } = await openSignInDesk();
    const page = '/.well-known/openid-configuration';
    const metadata = JSON.parse((await visit(identity.issuer + page)).body) as object;
    identity.intercept(({ url }, response) => {
      if (url !== page) return false;
      response.writeHead(200, { 'content-type': 'application/json' });
      response.end(JSON.stringify({ ...metadata, token_endpoint: `https://localhost:${portOf(server)}/token` }));
      return true;
    });
    const under = await begin(account);
    const seen = await walk(under.page, anna);
    expect(seen.body).toContain('Det gick inte');
    expect(await under.ended()).toBe('certificate-untrusted');
    expect(heard).toEqual([]);
    expect(identity.count('POST /token')).toBe(0);
  });

  it('that hangs leaves the person able to call it off', async () => {
    const { begin, identity } = await openSignInDesk();
    const under = await begin(account);
    identity.intercept(({ url }) => url === '/token');
    const closing = walk(under.page, anna).catch(() => null);
    await expect.poll(() => under.last()?.kind).toBe('fetching');
    under.cancel();
    expect((await closing)?.body ?? 'Det gick inte').toContain('Det gick inte');
  });
});
