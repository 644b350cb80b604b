// How a token is shown to a mail server: OAUTHBEARER (RFC 7628), and XOAUTH2, which came before it.

const tokenMechanisms = ['OAUTHBEARER', 'XOAUTH2'] as const;
export type TokenMechanism = (typeof tokenMechanisms)[number];

export const usableTokenMechanisms = (offered: readonly string[]): readonly TokenMechanism[] =>
  tokenMechanisms.filter((name) => offered.includes(name));

type Shown = { readonly user: string; readonly token: string; readonly host: string; readonly port: number };

/** The client's first message, before base64. A user name can't break out of it: "," and "=" are written as RFC 5801 4 says. */
export function tokenMessage(mechanism: TokenMechanism, { user, token, host, port }: Shown): string {
  const name = user.replaceAll('\u0001', '');
  return mechanism === 'XOAUTH2'
    ? `user=${name}\u0001auth=Bearer ${token}\u0001\u0001`
    : `n,a=${name.replaceAll('=', '=3D').replaceAll(',', '=2C')},\u0001host=${host}\u0001port=${port}\u0001auth=Bearer ${token}\u0001\u0001`;
}

/** What the client says to a refusal that came as a challenge, so that the server can end the exchange with its reply. */
export const acknowledgement: Readonly<Record<TokenMechanism, string>> = { OAUTHBEARER: 'AQ==', XOAUTH2: '' };
