// Opens links outside the program, by the rules of link-rules.ts.
import { shell } from 'electron';
import { fail, type Result, succeed } from '../contract/failure';
import { decideLink } from './link-rules';

export type LinkOptions = {
  /** Asked about unusual addresses, with the host that they really lead to. */
  readonly confirm: (host: string) => Promise<boolean>;
  /** mailto: comes back to our own composer. */
  readonly write: (mailto: string) => void;
};

export function createLinkOpener({ confirm, write }: LinkOptions): (url: string) => Promise<Result<null>> {
  return async (url) => {
    const decision = decideLink(url);
    switch (decision.kind) {
      case 'refuse':
        return fail('not-possible-now', { detail: 'a link of this kind is not opened' });
      case 'write':
        write(decision.url);
        return succeed(null);
      case 'confirm':
        return (await confirm(decision.host)) ? open(decision.url) : fail('cancelled');
      case 'open':
        return open(decision.url);
    }
  };
}

/** The page where the person signs in. Only https: leaves; where it leads was decided by the engine's own table, not by a letter. */
export async function openSignInPage(address: string): Promise<Result<null>> {
  const decision = decideLink(address);
  if (decision.kind === 'open' || decision.kind === 'confirm') return open(decision.url);
  return fail('not-possible-now', { detail: 'a sign-in page has to be https' });
}

async function open(url: string): Promise<Result<null>> {
  try {
    await shell.openExternal(url);
    return succeed(null);
  } catch {
    return fail('not-possible-now', { detail: 'the system has no program for links' });
  }
}
