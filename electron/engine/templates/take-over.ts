// Takes templates and snippets over from a file, which is a stranger's: what it says is cleaned as a letter is. All of it comes, or nothing.
import { createHash } from 'node:crypto';
import { type Result, succeed } from '../../contract/failure';
import type { Recipient } from '../../contract/model/drafts';
import type { TemplateContent, TemplateImport, TemplateKind } from '../../contract/model/templates';
import { recipientOf } from '../../domain/answers';
import { isPictureBearable } from '../../domain/picture-size';
import { freeName } from '../../domain/templates/names';
import { attachmentName, attachmentType } from '../compose/file-names';
import { keepBytes } from '../store/blobs';
import { onDisk } from '../store/disk-failure';
import { newId } from '../store/new-id';
import * as rows from '../store/templates';
import type { FileTemplate, TemplatesFile } from './file-format';
import type { TemplateNeeds } from './room';

type People = Pick<TemplateContent, 'to' | 'cc' | 'bcc'>;
type Taken = { readonly id: string; readonly kind: TemplateKind; readonly name: string };

export async function takeOver(needs: TemplateNeeds, file: TemplatesFile): Promise<Result<TemplateImport>> {
  const { store, bell } = needs;
  const pictures = await takePictures(needs, file.pictures);
  if (!pictures.ok) return pictures;
  const { cleanHtml } = await import('../compose/letter');
  const cleaned = (html: string, isKnown: (sha256: string) => boolean): string =>
    cleanHtml(html, (source) => {
      const sha256 = /^app:\/\/brevduva\/picture\/([0-9a-f]{64})$/.exec(source)?.[1];
      return sha256 === undefined || !isKnown(sha256) ? null : { src: source, cid: '' };
    }).replace(/(<img\b[^>]*?) data-cid(?:="[^"]*")?(?=[ />])/gu, '$1');
  const contentOf = ({ subject, html, to, cc, bcc }: FileTemplate): TemplateContent => ({
    subject: subject.replace(/[\p{Cc}\u2028\u2029]+/gu, ' '),
    html: cleaned(html, (sha256) => pictures.value.has(sha256)),
    ...peopleOf({ to, cc, bcc }),
  });
  /** Equal ones are one: their words, and their files by name and content. */
  const printOf = (kind: TemplateKind, name: string, content: TemplateContent, files: readonly string[]): string =>
    JSON.stringify([kind, name, content.subject, cleaned(content.html, () => true), peopleOf(content), files.toSorted()]);
  const known = onDisk(
    () =>
      new Set(
        rows.listTemplates(store).map(({ id, kind, name, content }) =>
          printOf(
            kind,
            name,
            content,
            rows.filesOf(store, id).map((one) => `${one.sha256} ${one.name}`),
          ),
        ),
      ),
    store.profile,
  );
  if (!known.ok) return known;
  const taken: Taken[] = [];
  let same = 0;
  for (const template of file.templates) {
    await new Promise((resolve) => setImmediate(resolve)); // a long file leaves the engine time for its other work
    const content = contentOf(template);
    const name = template.name.trim();
    const print = printOf(template.kind, name, content, template.files.map(printOfFile));
    if (known.value.has(print)) {
      same += 1;
      continue;
    }
    known.value.add(print);
    const added = await addHidden(needs, { ...template, name }, content);
    if (!added.ok) return added; // those before it stay hidden, and are tidied away
    taken.push(added.value);
  }
  const shown = onDisk(() => store.write(() => taken.filter((one) => show(needs, one)).length), store.profile);
  if (!shown.ok) return shown;
  bell.ring('templates');
  return succeed({ kind: 'done', added: taken.length, same, renamed: shown.value });
}

/** The hashes of those that are pictures and can be shown. */
async function takePictures({ store, host }: TemplateNeeds, pictures: TemplatesFile['pictures']): Promise<Result<ReadonlySet<string>>> {
  const taken = new Set<string>();
  for (const { name: given, type: said, data } of pictures) {
    const bytes = Buffer.from(data, 'base64');
    const name = attachmentName(given);
    const type = await attachmentType(name, said);
    if (!type.startsWith('image/') || !isPictureBearable(bytes)) continue;
    const kept = await keepBytes(store, bytes, (blob) => {
      store.write(() => rows.addTemplatePicture(store, { name, type, ...blob }, host.clock.now()));
      return blob.sha256;
    });
    if (!kept.ok) return kept;
    taken.add(kept.value);
  }
  return succeed(taken);
}

/** With its files, among those that were removed: until everything is here, nobody sees it. */
async function addHidden(
  { store, host }: TemplateNeeds,
  { kind, name, files }: FileTemplate,
  content: TemplateContent,
): Promise<Result<Taken>> {
  const id = newId(host);
  const now = host.clock.now();
  const put = onDisk(() => store.write(() => rows.putHidden(store, { id, kind, name, content }, now)), store.profile);
  if (!put.ok) return put;
  for (const file of files) {
    const named = attachmentName(file.name);
    const type = await attachmentType(named, file.type);
    const kept = await keepBytes(store, Buffer.from(file.data, 'base64'), (blob) =>
      store.write(() => rows.addTemplateFile(store, id, { id: newId(host), name: named, type, ...blob })),
    );
    if (!kept.ok) return kept;
  }
  return succeed({ id, kind, name });
}

/** Under its name, or with a number behind it where that belongs to another one: then true. Runs in the caller's transaction. */
function show({ store }: TemplateNeeds, { id, kind, name }: Taken): boolean {
  const isTaken = (key: string): boolean => rows.templateNamed(store, kind, key) !== null;
  const free = freeName(name, kind, isTaken);
  rows.putBack(store, id, free);
  return free !== name;
}

const printOfFile = ({ name, data }: FileTemplate['files'][number]): string =>
  `${createHash('sha256').update(Buffer.from(data, 'base64')).digest('hex')} ${attachmentName(name)}`;

/** Whether an address is one is our word, not the file's. */
function peopleOf({ to, cc, bcc }: People): People {
  const read = (all: readonly Recipient[]): Recipient[] => all.map((one) => (one.kind === 'good' ? recipientOf(one) : one));
  return { to: read(to), cc: read(cc), bcc: read(bcc) };
}
