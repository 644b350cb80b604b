// Address books of other programs, and files that are none.
import { describe, expect, it } from 'vitest';
import { startEngine, type TestEngine } from '../../support/engine';
import { forThisTest } from '../../support/for-this-test';

const bytesOf = (text: string): Uint8Array<ArrayBuffer> => new TextEncoder().encode(text);
const read = (engine: TestEngine, content: string | Uint8Array<ArrayBuffer>, name = 'people') =>
  engine.call('people.readFile', { name, bytes: typeof content === 'string' ? bytesOf(content) : content });
const everybody = async (engine: TestEngine): Promise<string[]> =>
  (await engine.settle('people.page', { search: '', groupId: null, offset: 0, limit: 200 }, () => true)).items.map(
    ({ name, address }) => `${name} <${address}>`,
  );
async function takeIn(engine: TestEngine, content: string | Uint8Array<ArrayBuffer>, withGroups = true) {
  const preview = await read(engine, content);
  if (preview.kind !== 'ready') throw new Error(preview.why);
  const result = await engine.call('people.import', { importId: preview.importId, withGroups });
  return { preview, result };
}

const card = (...lines: readonly string[]): string => ['BEGIN:VCARD', ...lines, 'END:VCARD', ''].join('\r\n');

describe('vCards', () => {
  it('of both versions come in with all their addresses and groups; what can’t is told with its place', async () => {
    const engine = await forThisTest(startEngine());
    await engine.call('people.save', { id: null, name: '', address: 'berg@example.org' });
    const file = [
      card(
        'VERSION:3.0',
        'FN:Anna Berg',
        'N:Berg;Anna;;;',
        'EMAIL;TYPE=INTERNET,HOME:anna@example.org',
        'item1.EMAIL:Berg@example.org',
        'CATEGORIES:Choir,Work',
      ),
      card(
        'VERSION:4.0',
        'FN:Östen \\, the lo',
        ' ng',
        'EMAIL;PREF=1:osten@räksmörgås.example',
        `PHOTO:data:image/png;base64,${'A'.repeat(200_000)}`,
      ),
      card('VERSION:2.1', 'FN:Old', 'EMAIL:old@example.org'),
      card('VERSION:4.0', 'KIND:group', 'FN:Everybody'),
      card('VERSION:4.0', 'FN:Phone only', 'TEL:123'),
      card('VERSION:4.0', 'FN:Trick', 'EMAIL:a@b>\\,<c@d'),
      card('VERSION:4.0', 'this is no property', 'EMAIL:lost@example.org'),
    ].join('');
    const { preview, result } = await takeIn(engine, file);
    expect(preview).toMatchObject({
      added: 2,
      named: 1,
      same: 0,
      skipped: 5,
      groups: [
        { name: 'Choir', members: 2 },
        { name: 'Work', members: 2 },
      ],
    });
    expect(preview.skippedSample.map(({ place, why }) => `${place} ${why}`)).toEqual([
      '3 old-version',
      '4 group-card',
      '5 no-address',
      '6 bad-address',
      '7 unreadable',
    ]);
    expect(result).toEqual({ added: 2, named: 1 });
    expect(await everybody(engine)).toEqual([
      'Anna Berg <anna@example.org>',
      'Anna Berg <berg@example.org>',
      'Östen , the long <osten@räksmörgås.example>',
    ]);
    expect((await engine.settle('people.groups', {}, () => true)).map(({ name, members }) => [name, members])).toEqual([
      ['Choir', 2],
      ['Work', 2],
    ]);
  });
});

describe('a table', () => {
  it('of Google comes in with its labels', async () => {
    const engine = await forThisTest(startEngine());
    const file =
      '\ufeffFirst Name,Last Name,Labels,E-mail 1 - Label,E-mail 1 - Value\r\nAnna,Berg,Choir ::: * myContacts,Home,anna@example.org ::: a2@example.org\r\n"Bo ""the""",Ek,* myContacts,,bo@example.org\r\n,,,,\r\nNo,Address,,,\r\n';
    const { preview } = await takeIn(engine, file);
    expect(preview).toMatchObject({ added: 3, skipped: 1, groups: [{ name: 'Choir', members: 2 }] });
    expect(await everybody(engine)).toContain('Bo "the" Ek <bo@example.org>');
  });
  it('of a Swedish Outlook comes in: semicolons, and letters of Windows', async () => {
    const engine = await forThisTest(startEngine());
    const file = Buffer.from('Förnamn;Efternamn;E-postadress\r\nÅsa;Öst;asa@example.org\r\n', 'latin1');
    await takeIn(engine, new Uint8Array(file));
    expect(await everybody(engine)).toEqual(['Åsa Öst <asa@example.org>']);
  });
  it('without names of columns comes in by what looks like an address', async () => {
    const engine = await forThisTest(startEngine());
    await takeIn(engine, 'Anna Berg\tanna@example.org\nBo Ek\tbo@example.org\n');
    expect(await everybody(engine)).toEqual(['Anna Berg <anna@example.org>', 'Bo Ek <bo@example.org>']);
  });
  it('brought in twice changes nothing the second time, and names that one has given stay', async () => {
    const engine = await forThisTest(startEngine());
    const file = 'name,email\nAnna Berg,anna@example.org\n';
    await takeIn(engine, file);
    const [anna] = (await engine.settle('people.page', { search: '', groupId: null, offset: 0, limit: 1 }, () => true)).items;
    await engine.call('people.save', { id: anna?.id ?? 0, name: 'Aunt Anna', address: 'anna@example.org' });
    const { preview, result } = await takeIn(engine, file);
    expect(preview).toMatchObject({ added: 0, named: 0, same: 1 });
    expect(result).toEqual({ added: 0, named: 0 });
    expect(await everybody(engine)).toEqual(['Aunt Anna <anna@example.org>']);
  });
});

describe('a file that is none of these', () => {
  it.each([
    ['a picture', new Uint8Array([0x89, 0x50, 0x4e, 0x47, 0, 0, 0, 13]), 'unreadable'],
    ['nothing', '', 'no-people'],
    ['a table without addresses', 'Name,Phone\nAnna,123\n', 'no-addresses'],
    ['a card that never ends', 'BEGIN:VCARD\r\nVERSION:3.0\r\nEMAIL:a@example.org\r\n', 'unreadable'],
    ['twenty megabytes and one octet', new Uint8Array(20 * 1024 * 1024 + 1).fill(65), 'too-large'],
    ['a list of more people than one has', Array.from({ length: 100_002 }, (_, n) => `p${n}@example.org`).join('\n'), 'too-many'],
  ])('%s gets a reason', async (_name, content, why) => {
    const engine = await forThisTest(startEngine());
    expect(await read(engine, content)).toMatchObject({ kind: 'refused', why });
  });
  it('a hostile one costs little: quotes that never close, and a line of a megabyte', async () => {
    const engine = await forThisTest(startEngine());
    expect(await read(engine, `"${'a@'.repeat(500_000)}`)).toMatchObject({ kind: 'ready', added: 0 });
    expect(await read(engine, `${'"'.repeat(200_000)}\nx@example.org`)).toMatchObject({});
  });
  it('that was read before another one is not taken over any more', async () => {
    const engine = await forThisTest(startEngine());
    const first = await read(engine, 'a@example.org');
    await read(engine, 'b@example.org');
    expect(first.kind).toBe('ready');
    expect(await engine.ask('people.import', { importId: first.kind === 'ready' ? first.importId : '', withGroups: false })).toMatchObject({
      failure: { code: 'not-found' },
    });
  });
});
