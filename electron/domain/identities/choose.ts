// From which identity a letter goes: the address that was written to, else a rule for the recipient's domain, else the one that was
// used last with that person, else the one that is usually used with their domain, else the usual one.
import type { IdentityReason } from '../../contract/model/drafts';
import type { LastUsed } from '../../contract/model/identities';
import { asciiDomain, recipientKey } from '../addresses';
import type { Identity } from './identity';

export type IdentityQuestion = {
  /** All of those that may be chosen. */
  readonly identities: readonly Identity[];
  /** Of the message that is answered: the addresses it went to, or came from where it is one's own. */
  readonly writtenTo: readonly string[];
  /** In the order of the fields. */
  readonly recipients: readonly string[];
  readonly lastUsed: readonly LastUsed[];
  /** The identity that letters begin with. */
  readonly usual: Identity;
};
/** `because`: the address or the domain that decided; empty for the usual one. */
export type IdentityChoice = {
  readonly identity: Identity;
  readonly reason: Exclude<IdentityReason, 'by-hand'>;
  readonly because: string;
};

const domainOf = (address: string): string => address.slice(address.lastIndexOf('@') + 1);

/** How well a rule fits a domain: its length, or 0 where it does not. `example.org` is for mail.example.org too. */
export function fitOfRule(rule: string, domain: string): number {
  const bare = asciiDomain(rule.trim().replace(/^(?:\*\.|[@.])/, ''));
  const wanted = asciiDomain(domain);
  if (bare === null || wanted === null) return 0;
  return wanted === bare || wanted.endsWith(`.${bare}`) ? bare.length : 0;
}

export function chooseIdentity(question: IdentityQuestion): IdentityChoice {
  return byWrittenTo(question) ?? byRule(question) ?? byHistory(question) ?? { identity: question.usual, reason: 'usual', because: '' };
}

/** Of two identities with one address, the usual one. */
function byWrittenTo({ identities, writtenTo, usual }: IdentityQuestion): IdentityChoice | null {
  for (const address of writtenTo) {
    const found = [usual, ...identities].find((identity) => recipientKey(identity.address) === recipientKey(address));
    if (found !== undefined) return { identity: found, reason: 'written-to', because: address };
  }
  return null;
}

/** The first recipient that a rule is for decides; of several rules the closest. */
function byRule({ identities, recipients }: IdentityQuestion): IdentityChoice | null {
  for (const address of recipients) {
    const domain = domainOf(address);
    let best: { readonly identity: Identity; readonly fit: number } | null = null;
    for (const identity of identities) {
      const fit = Math.max(0, ...identity.domains.map((rule) => fitOfRule(rule, domain)));
      if (fit > (best?.fit ?? 0)) best = { identity, fit };
    }
    if (best !== null) return { identity: best.identity, reason: 'domain-rule', because: domain };
  }
  return null;
}

/** Whoever was written to says more than anybody's domain. */
function byHistory({ identities, recipients, lastUsed }: IdentityQuestion): IdentityChoice | null {
  const known = new Map(lastUsed.map((used) => [recipientKey(used.address), used]));
  for (const isByDomain of [false, true])
    for (const address of recipients.filter((one) => one !== '')) {
      const used = known.get(recipientKey(address));
      if ((used?.isByDomain === true) !== isByDomain) continue;
      const found = identities.find(({ id, accountId }) => accountId === used?.accountId && id === (used.identityId ?? accountId));
      if (found === undefined) continue;
      return isByDomain
        ? { identity: found, reason: 'domain-used', because: domainOf(address) }
        : { identity: found, reason: 'last-used', because: address };
    }
  return null;
}
