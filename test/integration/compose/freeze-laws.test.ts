// What holds of every frozen letter, whatever is in it.
import { createHash } from 'node:crypto';
import fc from 'fast-check';
import PostalMime from 'postal-mime';
import { expect, test } from 'vitest';
import type { Attachment, Recipient } from '../../../electron/contract/model/drafts';
import { recipientKey } from '../../../electron/domain/addresses';
import { wireSize } from '../../../electron/engine/compose/wire';
import { attach, frozen, good, longestLine } from '../../support/frozen-letter';
import { temporaryStore } from '../../support/profile';

/** SpamAssassin looks for odd quotation marks octet by octet (WEIRD_QUOTING), and finds them in scripts that hardly anybody writes. */
const isNoQuoting = (text: string): boolean =>
  !/["\x93\x94\xb2\xb3\xb9]{2}[^ ]{0,16}["\x93\x94\xb2\xb3\xb9]{2}/.test(Buffer.from(text).toString('latin1'));

test('law: the envelope holds those on the chips and nobody else, the header those who are not hidden', async () => {
  const store = temporaryStore();
  const chips = fc
    .array(
      fc.tuple(
        fc.constantFrom('anna', 'Anna', 'bo', 'åsa', 'Åsa', 'x+y'),
        fc.constantFrom('example.se', 'EXAMPLE.se', 'blåbär.se'),
        fc.string({ maxLength: 12 }),
      ),
      { maxLength: 4 },
    )
    .map((list) => list.map(([local, domain, name]) => good(`${local}@${domain}`, name)));
  const keys = (list: readonly { readonly address?: string | undefined }[]): string[] =>
    [...new Set(list.map(({ address }) => recipientKey(address ?? '')))].sort();
  const addressed = (list: readonly Recipient[]) => list.map((chip) => (chip.kind === 'good' ? chip : { address: chip.text }));
  await fc.assert(
    fc.asyncProperty(chips, chips, chips, async (to, cc, bcc) => {
      fc.pre(to.length + cc.length + bcc.length > 0);
      const { message, wire } = await frozen(store, { to, cc, bcc });
      expect(keys(message.envelope.to)).toEqual(keys(addressed([...to, ...cc, ...bcc])));
      expect(message.envelope.to).toHaveLength(keys(message.envelope.to).length);
      const read = await PostalMime.parse(wire);
      expect(keys((read.to ?? []).filter((one) => 'address' in one && one.address !== ''))).toEqual(keys(addressed(to)));
      // Who stands in To already is not named again.
      expect(keys(read.cc ?? [])).toEqual(keys(addressed(cc)).filter((key) => !keys(addressed(to)).includes(key)));
    }),
    { numRuns: 100 },
  );
});

test('law: the recorded size and SHA-256 are those of the bytes that travel, and the files come back', async () => {
  const store = temporaryStore();
  await fc.assert(
    fc.asyncProperty(
      fc.array(fc.uint8Array({ maxLength: 200_000 }), { maxLength: 3 }),
      fc.string({ unit: 'grapheme', maxLength: 200 }).filter(isNoQuoting),
      fc.string({ unit: 'grapheme', maxLength: 100 }).filter(isNoQuoting),
      async (files, subject, words) => {
        const attachments: Attachment[] = [];
        for (const [index, bytes] of files.entries()) attachments.push(await attach(store, `${index}.bin`, bytes));
        const { message, wire } = await frozen(
          store,
          { subject, html: `<p>This much is the same in all of them: ${words.replace(/[<&]/g, '')}</p>` },
          attachments,
        );
        expect(message.size).toBe(wire.length);
        expect(wireSize(message.pieces)).toBe(wire.length);
        expect(message.sha256).toBe(createHash('sha256').update(wire).digest('hex'));
        expect(longestLine(wire)).toBeLessThanOrEqual(998);
        const read = await PostalMime.parse(wire);
        expect(read.attachments.map((file) => Buffer.from(file.content as ArrayBuffer))).toEqual(files.map((bytes) => Buffer.from(bytes)));
        expect(read.subject ?? '').toBe(message.subject);
      },
    ),
    { numRuns: 60 },
  );
});
