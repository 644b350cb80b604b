// Templates and snippets in the engine: kept, changed, removed and put back, put into a draft, and carried in a file.
import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import type { TemplateContent } from '../../../electron/contract/model/templates';
import { startEngine, type TestEngine } from '../../support/engine';
import { forThisTest } from '../../support/for-this-test';
import { fileOf, relayAccount, write } from '../../support/letters';
import { pngOf } from '../../support/png';
import { zip } from '../../support/set-up/zip';

const account = relayAccount(465);
const engineHere = (): Promise<TestEngine> => forThisTest(startEngine({ accounts: [account] }));
const content = (change: Partial<TemplateContent> = {}): TemplateContent => ({
  subject: '',
  html: '<p>Hej {{namn}}</p>',
  to: [],
  cc: [],
  bcc: [],
  ...change,
});
const save = (engine: TestEngine, name: string, change: Partial<TemplateContent> = {}, kind: 'template' | 'snippet' = 'template') =>
  engine.call('templates.save', { id: null, kind, name, content: content(change), files: [] });
const namesIn = async (engine: TestEngine): Promise<string[]> =>
  (await engine.settle('templates.list', {}, () => true)).map(({ kind, name }) => (kind === 'snippet' ? `/${name}` : name));
const picture = pngOf(2, 2, Buffer.from('pixels'));

test('they are kept over a restart, in the order of their names; two of a kind never have one name', async () => {
  const engine = await engineHere();
  await save(engine, 'Påminnelse', { subject: 'Avgift {{år}}' });
  await save(engine, 'hej', {}, 'snippet');
  await save(engine, 'Hej');
  expect((await engine.ask('templates.save', { id: null, kind: 'template', name: ' HEJ', content: content(), files: [] })).ok).toBe(false);
  expect((await engine.ask('templates.save', { id: null, kind: 'snippet', name: 'two words', content: content(), files: [] })).ok).toBe(
    false,
  );
  await engine.restart();
  expect((await namesIn(engine)).toSorted()).toEqual(['/hej', 'Hej', 'Påminnelse']);
});

test('one that was removed is gone from the list and comes back whole, with another name where its own was taken meanwhile', async () => {
  const engine = await engineHere();
  const { id } = await save(engine, 'Hej');
  await engine.call('templates.remove', { ids: [id] });
  expect(await namesIn(engine)).toEqual([]);
  expect((await engine.ask('templates.read', { id })).ok).toBe(false);
  await save(engine, 'Hej');
  await engine.call('templates.putBack', { ids: [id] });
  expect(await namesIn(engine)).toEqual(['Hej', 'Hej 2']);
  expect((await engine.call('templates.read', { id })).content.html).toBe('<p>Hej {{namn}}</p>');
});

test('a letter becomes a template without its signature, with its people and files where that is wanted; and gives them to the next', async () => {
  const engine = await engineHere();
  const { draftId } = await write(engine, {
    account: account.account,
    to: 'Bo <bob@example.test>',
    subject: 'Årsmöte',
    html: '<p>Kallelse</p><p></p><div data-signature="s" data-print="x"><p>Anna</p></div>',
    attach: [fileOf('dagordning.txt', 'punkt 1')],
  });
  const { id } = await engine.call('templates.saveDraft', { draftId, name: 'Kallelse', withRecipients: true, withFiles: true });
  const template = await engine.call('templates.read', { id });
  expect(template.content).toMatchObject({ subject: 'Årsmöte', html: '<p>Kallelse</p>', to: [{ address: 'bob@example.test' }] });
  const bare = await engine.call('templates.saveDraft', { draftId, name: 'Bare', withRecipients: false, withFiles: false });
  expect(await engine.call('templates.read', bare)).toMatchObject({ content: { to: [] }, files: [] });
  await engine.call('drafts.discard', { draftId });

  const next = await engine.call('drafts.create', { accountId: account.account.id, start: { kind: 'empty' } });
  const given = await engine.call('templates.give', { id, draftId: next.id, values: { 'Namn ': 'Åsa', tom: '' } });
  expect(given.map(({ name, size, cid }) => [name, size, cid])).toEqual([['dagordning.txt', 7, null]]);
  expect((await engine.call('drafts.open', { draftId: next.id })).attachments).toEqual(given);
  const asked = await save(engine, 'Asks', { html: '<p>{{namn}} {{tom}}</p>' });
  expect((await engine.call('templates.read', asked)).lastValues).toEqual({ namn: 'Åsa' });
});

test('all of them go from one computer to another in a file, with their files and pictures; a second time nothing doubles', async () => {
  const one = await engineHere();
  const { sha256 } = await one.call('templates.keepPicture', { name: 'logo.png', type: 'image/png', bytes: new Uint8Array(picture) });
  const html = `<p>Hej <strong>{{namn}}</strong> <img src="app://brevduva/picture/${sha256}" alt="Logo" style="max-width:100%;height:auto"></p>`;
  await save(one, 'Brev', { html, subject: 'Till {{namn}}' });
  await save(one, 'mvh', { html: '<p>Med vänlig hälsning</p>' }, 'snippet');
  const { draftId } = await write(one, { account: account.account, subject: 'x', attach: [fileOf('a.txt', 'content')] });
  await one.call('templates.saveDraft', { draftId, name: 'With a file', withRecipients: false, withFiles: true });
  await save(one, 'Quote', { html: '<blockquote><p>a &amp; b</p></blockquote>' });
  const { bytes, count } = await one.call('templates.export', {});
  expect(count).toBe(4);

  const other = await engineHere();
  expect(await other.call('templates.import', { bytes })).toEqual({ kind: 'done', added: 4, same: 0, renamed: 0 });
  expect((await namesIn(other)).toSorted()).toEqual(['/mvh', 'Brev', 'Quote', 'With a file']);
  const list = await other.settle('templates.list', {}, () => true);
  const idOf = (name: string): string => list.find((each) => each.name === name)?.id ?? '';
  expect((await other.call('templates.read', { id: idOf('Brev') })).content.html).toBe(
    `<p dir="auto">Hej <strong>{{namn}}</strong> <img src="app://brevduva/picture/${sha256}" alt="Logo" style="max-width:100%;height:auto" /></p>`,
  );
  const draft = await other.call('drafts.create', { accountId: account.account.id, start: { kind: 'empty' } });
  const given = [
    ...(await other.call('templates.give', { id: idOf('Brev'), draftId: draft.id, values: {} })),
    ...(await other.call('templates.give', { id: idOf('With a file'), draftId: draft.id, values: {} })),
  ];
  expect(given.map(({ name, size, cid }) => [name, size, cid === null])).toEqual([
    ['logo.png', picture.length, false],
    ['a.txt', 7, true],
  ]);
  const again = await other.call('templates.export', {});
  expect(await one.call('templates.import', { bytes: again.bytes })).toEqual({ kind: 'done', added: 0, same: 4, renamed: 0 });
});

/** As somebody else might have made it. */
const strangers = {
  kind: 'template',
  name: 'Brev',
  subject: 'a\u0000b\nc',
  html: '<p onclick="x()">Hej<script>alert(1)</script><img src="https://spy.example/x.gif"><img src="app://brevduva/picture/0000000000000000000000000000000000000000000000000000000000000000"><a href="javascript:x">l</a></p><div data-signature="s" data-print="p">S</div>',
  to: [] as unknown[],
  cc: [] as unknown[],
  bcc: [] as unknown[],
  files: [{ name: '../../evil.sh', type: 'x', data: 'YQ==' }],
};
const fileWith = (templates: readonly unknown[], change: object = {}): object => ({
  format: 'brevduva-templates',
  version: 1,
  exportedAt: '',
  templates,
  pictures: [{ name: 'p.png', type: 'image/png', data: 'YQ==' }],
  ...change,
});
const bytesOf = (value: unknown): Uint8Array<ArrayBuffer> =>
  new TextEncoder().encode(typeof value === 'string' ? value : JSON.stringify(value));
const readNamed = async (engine: TestEngine, wanted: string) => {
  const list = await engine.settle('templates.list', {}, () => true);
  return engine.call('templates.read', { id: list.find(({ name }) => name === wanted)?.id ?? '' });
};

test('a file of somebody else brings in nothing that runs, calls home, or pretends to be a signature', async () => {
  const engine = await engineHere();
  await save(engine, 'Brev');
  expect(await engine.call('templates.import', { bytes: bytesOf(fileWith([strangers])) })).toEqual({
    kind: 'done',
    added: 1,
    same: 0,
    renamed: 1,
  });
  const { content: read, files } = await readNamed(engine, 'Brev 2');
  expect(read.subject).toBe('a b c');
  expect(read.html).toBe('<p dir="auto">Hejl</p><div>S</div>');
  expect(files.map(({ name }) => name)).toEqual(['evil.sh']);

  for (const [bad, why] of [
    ['not json', 'unreadable'],
    ['', 'unreadable'],
    [[], 'not-templates'],
    [{ format: 'other' }, 'not-templates'],
    [fileWith([strangers], { version: 2 }), 'newer'],
    [fileWith([{ ...strangers, kind: 'snippet', name: 'two words' }]), 'damaged'],
    [fileWith([{ ...strangers, name: ' ' }]), 'damaged'],
    [fileWith([{ ...strangers, html: 7 }]), 'damaged'],
    [fileWith([{ ...strangers, html: '<div>'.repeat(50_000) }]), 'damaged'],
    [fileWith([{ ...strangers, files: [{ name: 'cut.txt', type: '', data: 'YWJj-' }] }]), 'damaged'],
    [fileWith([strangers], { pictures: [{ name: 'p.png', type: 'image/png', data: '*' }] }), 'damaged'],
  ] as const)
    expect(await engine.call('templates.import', { bytes: bytesOf(bad) }), JSON.stringify(bad).slice(0, 80)).toEqual({
      kind: 'refused',
      why,
    });
  expect(await namesIn(engine)).toEqual(['Brev', 'Brev 2']);
});

test('an address of somebody else’s file that would lead elsewhere is none, and an archive with a program in it is warned of', async () => {
  const engine = await engineHere();
  const archive = zip([{ name: 'setup.exe', content: Buffer.from('MZ') }]).toString('base64');
  const file = fileWith([
    {
      ...strangers,
      to: [{ kind: 'good', name: 'Bo\u2028<x@y.se>', address: 'bob@example.test>,<spy@example.org' }],
      bcc: [{ kind: 'good', name: 'Cy', address: 'cy@example.test' }],
      files: [{ name: 'tool.zip', type: 'application/zip', data: archive }],
    },
  ]);
  await engine.call('templates.import', { bytes: bytesOf(file) });
  const template = await readNamed(engine, 'Brev');
  expect(template.content).toMatchObject({ to: [{ kind: 'bad' }], bcc: [{ kind: 'good', name: 'Cy', address: 'cy@example.test' }] });
  const draft = await engine.call('drafts.create', { accountId: account.account.id, start: { kind: 'empty' } });
  const given = await engine.call('templates.give', { id: template.id, draftId: draft.id, values: {} });
  expect(given).toMatchObject([{ name: 'tool.zip', holds: 'setup.exe' }]);
  expect((await engine.call('drafts.open', { draftId: draft.id })).attachments).toEqual(given);
});

test('one with other files is another one, and of a file that can not be taken over to its end nothing is', async () => {
  const engine = await engineHere();
  const plain = { ...strangers, html: '<p>Hej</p>' };
  const other = { ...plain, files: [{ name: 'b.txt', type: 'text/plain', data: 'Yg==' }] };
  await engine.call('templates.import', { bytes: bytesOf(fileWith([plain, plain])) });
  expect(await namesIn(engine)).toEqual(['Brev']);
  // Where files come in on the disk there is no folder any more.
  const incoming = join(engine.profile, 'blobs', 'incoming');
  rmSync(incoming, { recursive: true });
  writeFileSync(incoming, '');
  const bytes = bytesOf(fileWith([{ ...plain, name: 'First', files: [] }, other]));
  expect((await engine.ask('templates.import', { bytes })).ok).toBe(false);
  expect(await namesIn(engine)).toEqual(['Brev']);
  rmSync(incoming);
  mkdirSync(incoming);
  expect(await engine.call('templates.import', { bytes })).toEqual({ kind: 'done', added: 2, same: 0, renamed: 1 });
  expect((await namesIn(engine)).toSorted()).toEqual(['Brev', 'Brev 2', 'First']);
  expect((await readNamed(engine, 'Brev 2')).files.map(({ name }) => name)).toEqual(['b.txt']);
});

test('a file of templates tells nothing of the accounts, the letters, or what the fields were filled in with', async () => {
  const engine = await engineHere();
  const { id } = await save(engine, 'Brev', { html: '<p>{{pin}}</p>' });
  const { draftId } = await write(engine, { account: account.account, to: 'bob@example.test', subject: 'Private' });
  await engine.call('templates.saveDraft', { draftId, name: 'Bare', withRecipients: false, withFiles: true });
  await engine.call('templates.give', { id, draftId, values: { pin: 'value 4711' } });
  await engine.call('templates.remove', { ids: [(await save(engine, 'Gone', { subject: 'gone' })).id] });
  const text = Buffer.from((await engine.call('templates.export', {})).bytes).toString();
  const { templates, ...rest } = JSON.parse(text) as { templates: object[] };
  expect(Object.keys(rest)).toEqual(['format', 'version', 'exportedAt', 'pictures']);
  expect(templates.map((one) => Object.keys(one).toSorted())).toEqual(
    Array.from({ length: 2 }, () => ['bcc', 'cc', 'files', 'html', 'kind', 'name', 'subject', 'to']),
  );
  for (const secret of [account.password, account.account.address, account.account.id, 'bob@example.test', '4711', 'gone', draftId, id])
    expect(text).not.toContain(secret);
});

test('they are brought over from a database whose beginning was damaged', async () => {
  const engine = await engineHere();
  const { draftId } = await write(engine, { account: account.account, subject: 'x', attach: [fileOf('a.txt', 'content')] });
  const { id } = await engine.call('templates.saveDraft', { draftId, name: 'With a file', withRecipients: false, withFiles: true });
  await save(engine, 'hej', {}, 'snippet');
  await engine.restartAfter(() => {
    const file = join(engine.profile, 'mail.sqlite');
    const bytes = readFileSync(file);
    writeFileSync(file, bytes.fill(0xff, 0, 4096));
  });
  expect((await namesIn(engine)).toSorted()).toEqual(['/hej', 'With a file']);
  expect((await engine.call('templates.read', { id })).files.map(({ name }) => name)).toEqual(['a.txt']);
});
