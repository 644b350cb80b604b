// Whether the servers let each of an account's other addresses send: asked up to the point where a letter would follow, and none does.
import { type Failure, fail, type Result } from '../../contract/failure';
import type { Account } from '../../contract/model/accounts';
import { wireAddress } from '../../domain/addresses';
import { type Identity, identitiesOf, senderOf } from '../../domain/identities/identity';
import { openSmtp } from '../mail/smtp';
import type { Accounts, Host } from '../rooms';
import type { Examination } from './examine';

export type Senders = { readonly allowed: readonly string[] /** Of the first that may not. */; readonly refused: Failure | null };

/** More than these are not tried: each costs a session. */
const mostTried = 20;

export async function trySenders({ account, secret, way, host, find }: Examination, signal: AbortSignal): Promise<Senders> {
  const allowed: string[] = [];
  let refused: Failure | null = null;
  for (const identity of identitiesOf(account).slice(1, mostTried + 1)) {
    if (signal.aborted) break;
    const target =
      identity.smtp === null ? secret.ok && { ...secret.value, server: account.smtp, way } : await ownTarget(account, identity, find, host);
    if (target === false || target === null) continue;
    const failure = await trySender(identity.address, target, host, signal);
    if (failure === null) allowed.push(identity.address);
    else refused ??= failure.address === undefined ? { ...failure, address: identity.address } : failure;
  }
  return { allowed, refused };
}

type Target = Parameters<typeof openSmtp>[0];

/** Its password is for the server that is saved, whatever the page says of it; null: it has none. */
async function ownTarget(account: Account, identity: Identity, find: Accounts['find'], host: Host): Promise<Target | null> {
  const lane = find(senderOf(account, identity).id);
  const secret = lane === null ? null : await host.secret(lane);
  return lane === null || secret?.ok !== true ? null : { ...secret.value, server: lane.smtp, way: host.way(lane) };
}

/** Null: it may send. Servers put off what they say of a sender to the recipient (RFC 5321 3.3), so that is asked too: itself. */
async function trySender(sender: string, target: Target, { clock, random }: Host, signal: AbortSignal): Promise<Failure | null> {
  const address = wireAddress(sender);
  if (address === null) return { code: 'address-invalid', address: sender };
  const opened = await openSmtp(target, { now: clock.now }, signal);
  if (!opened.ok) return opened.failure;
  let wasAsked = false;
  const outcome = await opened.value.send({
    from: address,
    to: [address],
    size: 1,
    stream: random(1),
    onChunk: () => undefined,
    streamFailure: () => ({ code: 'internal' }),
    beforeDot: (): Result<null> => {
      wasAsked = true;
      return fail('cancelled'); // the dot is kept back, and with it the message
    },
    signal,
  });
  void opened.value.close();
  return wasAsked || outcome.kind !== 'nothing-sent' ? null : outcome.failure;
}
