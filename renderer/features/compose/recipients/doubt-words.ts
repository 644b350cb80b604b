// The sentence that asks about an address: the same at its chip and among what is looked at before a letter goes.
import type { AddressDoubt } from '../../../../electron/domain/people/doubt';
import type { Strings } from '../../../strings/en';

export function doubtWords({ people }: Strings, doubt: AddressDoubt): string {
  if (doubt.kind === 'typo') return people.typo(doubt.address, doubt.meant);
  const { domain, as, scripts } = doubt.found;
  if (doubt.meant !== null) return people.looksLikePlain(domain, doubt.meant);
  return as === null ? people.mixed(domain, scripts.map((name) => people.scripts[name] ?? name).join(', ')) : people.looksLike(domain, as);
}
