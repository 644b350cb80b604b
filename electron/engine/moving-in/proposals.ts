// From what another program says to what the page is told: each account once, each fitting the contract, under a new id.
import { randomUUID } from 'node:crypto';
import { accountSchema } from '../../contract/model/accounts';
import type { LeftOut, MovedAccount, MovedIn } from '../../contract/model/moving-in';
import { recipientKey } from '../../domain/addresses';
import { propose, type ToldAccount } from '../../domain/moving-in/propose';

type Told = Pick<MovedIn, 'problem' | 'isSigned'> & { readonly accounts: readonly ToldAccount[]; readonly leftOut: readonly LeftOut[] };

const most = 200;

export function toMovedIn(told: Told): MovedIn {
  const accounts: MovedAccount[] = [];
  const leftOut: LeftOut[] = [...told.leftOut];
  const known = new Set<string>();
  for (const each of told.accounts) {
    const id = randomUUID();
    const proposal = propose(each, id);
    if (proposal.kind === 'left-out') leftOut.push(proposal.leftOut);
    else if (accountSchema.safeParse(proposal.account.account).success) {
      const { address, smtp } = proposal.account.account;
      const key = `${recipientKey(address)} ${smtp.host} ${smtp.user}`;
      if (!known.has(key)) accounts.push({ id, ...proposal.account });
      known.add(key);
    }
  }
  const { problem, isSigned } = told;
  return { accounts: accounts.slice(0, most), leftOut: leftOut.slice(0, most), problem, isSigned };
}
