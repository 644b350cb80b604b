// Templates and snippets as they are listed, read, changed, removed, and put into a letter.
import { fail, type Result, succeed } from '../../contract/failure';
import type { Attachment } from '../../contract/model/drafts';
import type { Template, TemplateContent, TemplateSummary } from '../../contract/model/templates';
import { picturesOf, withoutSignature } from '../../domain/identities/signature';
import { plainText } from '../../domain/plain-text';
import { fieldKey, fieldsIn } from '../../domain/templates/fields';
import { freeName, isSnippetName } from '../../domain/templates/names';
import { noteWhatItHolds } from '../attachments/look-into';
import { attachmentName, attachmentType } from '../compose/file-names';
import type { CallHandlers, QueryHandlers } from '../rooms';
import { addAttachment, listAttachments } from '../store/attachments';
import { dropBlobs, keepBytes } from '../store/blobs';
import { onDisk } from '../store/disk-failure';
import { hasDraft, readDraft } from '../store/drafts';
import { newId } from '../store/new-id';
import * as rows from '../store/templates';
import type { TemplateNeeds } from './room';
import { createTransfer } from './transfer';

type CallNames = Extract<keyof CallHandlers, `templates.${string}`>;
export type TemplateCalls = Pick<CallHandlers, CallNames>;
export type TemplateQueries = Pick<QueryHandlers, 'templates.list'>;

/** Octets of a picture: it goes out with every letter. */
const largestPicture = 5_000_000;
/** ms for which one that was removed can be put back, and for which a picture is kept that no text shows yet. */
const putBackTime = 60 * 60_000;
const unsavedTime = 24 * 60 * 60_000;
/** Signs of the text in the list. */
const snippetLength = 160;

export function createTemplateDesk(needs: TemplateNeeds): { readonly calls: TemplateCalls; readonly queries: TemplateQueries } {
  const { store, bell, host } = needs;
  const now = (): number => host.clock.now();
  /** Runs a change durably and tells the watchers. `work` fails before it has changed anything. */
  const change = <T>(work: () => Result<T>): Result<T> => {
    const done = onDisk(() => store.write(work), store.profile);
    if (!done.ok) return done;
    if (done.value.ok) bell.ring('templates');
    return done.value;
  };
  const tidy = (): void => {
    const dropped = onDisk(() =>
      store.write(() => [...rows.purgeRemoved(store, now() - putBackTime), ...rows.removeUnshown(store, now() - unsavedTime)]),
    );
    if (dropped.ok) dropBlobs(store, dropped.value); // what fails goes with the next that are tidied
  };

  const calls: TemplateCalls = {
    ...createTransfer(needs),
    'templates.read': ({ id }) => {
      const read = onDisk((): Template | null => {
        const template = rows.readTemplate(store, id);
        if (template === null) return null;
        const values = fieldsIn(template.content).flatMap((name) => {
          const value = rows.lastValueOf(store, fieldKey(name));
          return value === null ? [] : [[fieldKey(name), value] as const];
        });
        return { ...template, files: rows.filesOf(store, id), lastValues: Object.fromEntries(values) };
      }, store.profile);
      return !read.ok ? read : read.value === null ? fail('not-found') : succeed(read.value);
    },
    'templates.save': ({ id, kind, name, content, files }) => {
      if (kind === 'snippet' && !isSnippetName(name)) return fail('invalid-input', { detail: 'the name of a snippet is one word' });
      const gone: string[] = [];
      const saved = change(() => {
        const stored = id === null ? null : rows.readTemplate(store, id);
        if (id !== null && stored === null) return fail('not-found');
        const namesake = rows.templateNamed(store, kind, name);
        if (namesake !== null && namesake !== id) return fail('not-possible-now');
        const own = id ?? newId(host);
        rows.putTemplate(store, { id: own, kind, name, content }, now());
        for (const file of rows.filesOf(store, own)) if (!files.includes(file.id)) gone.push(...rows.removeTemplateFile(store, file.id));
        return succeed({ id: own });
      });
      if (saved.ok) {
        dropBlobs(store, gone);
        tidy();
      }
      return saved;
    },
    'templates.saveDraft': ({ draftId, name, withRecipients, withFiles }) =>
      change(() => {
        const draft = readDraft(store, draftId);
        if (draft === null) return fail('not-found');
        if (rows.templateNamed(store, 'template', name) !== null) return fail('not-possible-now');
        const id = newId(host);
        const { to, cc, bcc, subject } = draft.content;
        // Its own signature would stand above that of the letter it is put into.
        const html = withoutSignature(draft.content.html).replace(/(?:<p><\/p>)+$/u, '');
        const content: TemplateContent = {
          subject: subject.slice(0, 2000),
          html,
          ...(withRecipients ? { to, cc, bcc } : { to: [], cc: [], bcc: [] }),
        };
        rows.putTemplate(store, { id, kind: 'template', name, content }, now());
        const shown = new Set(picturesOf(html));
        for (const one of listAttachments(store, { kind: 'draft', id: draftId })) {
          if (one.cid !== null && shown.has(one.sha256)) rows.addTemplatePicture(store, one, now());
          if (one.cid === null && withFiles) rows.addTemplateFile(store, id, { ...one, id: newId(host) });
        }
        return succeed({ id });
      }),
    async 'templates.keepPicture'({ name: given, type, bytes }) {
      const name = attachmentName(given);
      if (bytes.length > largestPicture) return fail('message-too-large', { name, size: bytes.length, limit: largestPicture });
      const picture = { name, type: await attachmentType(name, type) };
      if (!picture.type.startsWith('image/')) return fail('attachment-unreadable', { name, detail: 'not a picture' });
      const kept = await keepBytes(store, bytes, (blob) => {
        store.write(() => rows.addTemplatePicture(store, { ...picture, ...blob }, now()));
        return blob.sha256;
      });
      return kept.ok ? succeed({ sha256: kept.value }) : kept;
    },
    'templates.remove': ({ ids }) => {
      const removed = change(() => {
        for (const id of ids) rows.markRemoved(store, id, now());
        return succeed(null);
      });
      if (removed.ok) tidy();
      return removed;
    },
    'templates.putBack': ({ ids }) =>
      change(() => {
        for (const id of ids) {
          const removed = rows.readRemoved(store, id);
          if (removed === null) continue;
          const { kind, name } = removed;
          rows.putBack(
            store,
            id,
            freeName(name, kind, (key) => rows.templateNamed(store, kind, key) !== null),
          );
        }
        return succeed(null);
      }),
    async 'templates.give'({ id, draftId, values }) {
      const given = onDisk(
        () =>
          store.write((): Attachment[] | null => {
            const template = rows.readTemplate(store, id);
            if (template === null || !hasDraft(store, draftId)) return null;
            for (const [field, value] of Object.entries(values)) if (value !== '') rows.keepValue(store, fieldKey(field), value, now());
            return giveFiles(needs, template, draftId);
          }),
        store.profile,
      );
      if (!given.ok) return given;
      if (given.value === null) return fail('not-found');
      const looked: Attachment[] = [];
      for (const one of given.value) {
        const known = await noteWhatItHolds(store, one);
        looked.push(known.ok ? known.value : one); // that it could not be noted takes nothing from the letter
      }
      if (looked.length > 0) bell.ring('drafts');
      return succeed(looked);
    },
  };

  const list = (): TemplateSummary[] => {
    const files = rows.countFiles(store);
    return rows.listTemplates(store).map(({ id, kind, name, content }) => ({
      id,
      kind,
      name,
      subject: content.subject,
      snippet: plainText(content.html.slice(0, 4000)).slice(0, snippetLength),
      files: files.get(id) ?? 0,
    }));
  };
  return {
    calls,
    queries: {
      'templates.list': (_input, push) => {
        const tell = (): void => push(onDisk(list, store.profile));
        tell();
        return bell.listen('templates', tell);
      },
    },
  };
}

/** Runs in the caller's transaction. The draft's own pictures are not doubled. */
function giveFiles({ store, host }: TemplateNeeds, { id, content }: rows.StoredTemplate, draftId: string): Attachment[] {
  const owner = { kind: 'draft', id: draftId } as const;
  const known = new Set(listAttachments(store, owner).flatMap(({ sha256, cid }) => (cid === null ? [] : [sha256])));
  const pictures = picturesOf(content.html).flatMap((sha256): Attachment[] => {
    const picture = known.has(sha256) ? null : rows.findTemplatePicture(store, sha256);
    return picture === null ? [] : [{ ...picture, id: newId(host), cid: `${newId(host)}@picture` }];
  });
  const files = rows.filesOf(store, id).map((file): Attachment => ({ ...file, id: newId(host), cid: null }));
  for (const one of [...files, ...pictures]) addAttachment(store, owner, one);
  return [...files, ...pictures];
}
