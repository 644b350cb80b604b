// Who a letter goes to, each once over all three fields.
import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Recipient } from '../../../electron/contract/model/drafts';
import { recipientKey } from '../../../electron/domain/addresses';
import { mergeFields, recipientFields } from '../../../electron/domain/merge-fields';

const good = (address: string, name = ''): Recipient => ({ kind: 'good', name, address });

test('somebody stands in the first field they were put in, as they were spelled there, with the name that is known', () => {
  expect(
    mergeFields({
      to: [good('Anna@example.se'), good('bo@example.se', 'Bo')],
      cc: [good('anna@EXAMPLE.se', 'Anna Ek'), good('cia@example.se')],
      bcc: [good('CIA@example.se', 'Cia'), { kind: 'bad', text: 'x', problem: 'no-at' }],
    }),
  ).toEqual({
    to: [good('Anna@example.se', 'Anna Ek'), good('bo@example.se', 'Bo')],
    cc: [good('cia@example.se', 'Cia')],
    bcc: [{ kind: 'bad', text: 'x', problem: 'no-at' }],
  });
});

test('nobody is lost, nobody is there twice, and nobody comes in', () => {
  const one = fc
    .tuple(fc.constantFrom('anna', 'ANNA', 'Bo', 'bo', 'cia'), fc.constantFrom('x.se', 'X.se', 'y.se'), fc.constantFrom('', 'A', 'B'))
    .map(([local, domain, name]) => good(`${local}@${domain}`, name));
  const list = fc.array(one, { maxLength: 5 });
  fc.assert(
    fc.property(fc.record({ to: list, cc: list, bcc: list }), (fields) => {
      const keysOf = (all: Record<(typeof recipientFields)[number], readonly Recipient[]>): string[] =>
        recipientFields.flatMap((field) => all[field].flatMap((each) => (each.kind === 'good' ? [recipientKey(each.address)] : [])));
      const merged = keysOf(mergeFields(fields));
      expect(new Set(merged).size).toBe(merged.length);
      expect([...merged].sort()).toEqual([...new Set(keysOf(fields))].sort());
    }),
  );
});
