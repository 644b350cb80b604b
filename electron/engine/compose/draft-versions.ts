// How a draft was during the last day, compared with how it is now.
import { fail, type Result, succeed } from '../../contract/failure';
import type { VersionLine } from '../../contract/model/draft-desk';
import type { DraftContent } from '../../contract/model/drafts';
import { picturesOf } from '../../domain/identities/signature';
import { plainText } from '../../domain/plain-text';
import { wordDifference } from '../../domain/word-difference';
import type { CallHandlers } from '../rooms';
import { listAttachments } from '../store/attachments';
import { diskFailure, onDisk } from '../store/disk-failure';
import { type DraftVersion, keepVersion, listVersions, readVersion } from '../store/draft-versions';
import { readDraft } from '../store/drafts';
import type { ComposeNeeds } from './room';

export type VersionCalls = Pick<CallHandlers, 'drafts.versions' | 'drafts.version' | 'drafts.keepVersion'>;

/** ms of comparing between two turns of the event loop: a day of a long letter must not hold up a send. */
const turn = 10;

export function createVersionCalls({ store, host }: Pick<ComposeNeeds, 'store' | 'host'>): VersionCalls {
  /** Those that are as the draft is now are no version of it. */
  const list = async (draftId: string): Promise<Result<VersionLine[]>> => {
    const draft = readDraft(store, draftId);
    if (draft === null) return fail('not-found');
    const now = textOf(draft.content);
    const lines: VersionLine[] = [];
    let since = performance.now();
    for (const revision of listVersions(store, draftId, host.clock.now())) {
      if (performance.now() - since > turn) {
        await new Promise((resolve) => setImmediate(resolve));
        if (!store.db.isOpen) return fail('cancelled');
        since = performance.now();
      }
      const version = readVersion(store, draftId, revision);
      if (version !== null && !isSame(version.content, draft.content)) lines.push(lineOf(version, draft.content, now));
    }
    return succeed(lines);
  };
  return {
    'drafts.versions': ({ draftId }) =>
      list(draftId).catch((error: unknown) => ({ ok: false, failure: diskFailure(error, store.profile) })),
    'drafts.version'({ draftId, revision }) {
      const read = onDisk(
        () => ({ version: readVersion(store, draftId, revision), attachments: listAttachments(store, { kind: 'draft', id: draftId }) }),
        store.profile,
      );
      if (!read.ok) return read;
      const { version, attachments } = read.value;
      if (version === null) return fail('not-found');
      const hashes = new Set(attachments.map(({ sha256 }) => sha256));
      const { at, content, files } = version;
      return succeed({
        at,
        content,
        missingFiles: files.filter(({ sha256 }) => !hashes.has(sha256)).map(({ name }) => name),
        missingPictures: picturesOf(content.html).filter((sha256) => !hashes.has(sha256)).length,
      });
    },
    'drafts.keepVersion'({ draftId }) {
      const kept = onDisk(() => store.write(() => keepVersion(store, draftId, host.clock.now(), true)), store.profile);
      return kept.ok ? succeed(null) : kept;
    },
  };
}

const textOf = ({ html }: DraftContent): string => plainText(html);
const recipientsOf = ({ to, cc, bcc }: DraftContent): string => JSON.stringify([to, cc, bcc]);
const isSame = (one: DraftContent, other: DraftContent): boolean =>
  one.html === other.html && one.subject === other.subject && recipientsOf(one) === recipientsOf(other);

const lineOf = ({ revision, at, content }: DraftVersion, present: DraftContent, now: string): VersionLine => ({
  revision,
  at,
  ...wordDifference(textOf(content), now),
  hasOtherSubject: content.subject !== present.subject,
  hasOtherRecipients: recipientsOf(content) !== recipientsOf(present),
});
