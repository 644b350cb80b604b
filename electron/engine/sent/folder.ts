// The account's Sent folder: the one the check found, or the one that is found now, or one that is made.
import { fail, type Result, succeed } from '../../contract/failure';
import type { Account } from '../../contract/model/accounts';
import { chooseSentFolder } from '../../domain/special-folders';
import type { ImapSession } from '../mail/imap-session';

/** What it is called where we have to make it: the name that other mail programs know, too. */
const newSentFolder = 'Sent';

/** Null: there is none. */
async function findSentFolder(session: ImapSession): Promise<Result<string | null>> {
  const folders = await session.folders();
  return folders.ok ? succeed(chooseSentFolder(folders.value)?.path ?? null) : folders;
}

/**
 * Runs `work` in the account's Sent folder. Where the remembered one is gone, the folder is looked for (it may have been renamed);
 * `whenMissing` says whether one is then made. Failure: `no-sent-folder`, and those of `work`.
 */
export async function inSentFolder<T>(
  session: ImapSession,
  { sentFolder }: Account,
  whenMissing: 'make' | 'fail',
  work: (folder: string) => Promise<Result<T>>,
): Promise<Result<T>> {
  if (sentFolder !== null) {
    const done = await work(sentFolder);
    if (done.ok || done.failure.code !== 'no-sent-folder') return done;
  }
  const found = await findSentFolder(session);
  if (!found.ok) return found;
  if (found.value !== null && found.value !== sentFolder) return work(found.value);
  if (whenMissing === 'fail') return fail('no-sent-folder', sentFolder === null ? {} : { name: sentFolder });
  const made = await session.makeFolder(sentFolder ?? newSentFolder);
  return made.ok ? work(made.value) : made;
}
