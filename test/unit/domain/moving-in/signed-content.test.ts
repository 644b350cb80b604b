// A CMS envelope around a profile: found in every spelling that BER allows, and never believed to be there when it is not.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { openEnvelope } from '../../../../electron/domain/moving-in/signed-content';

const text = new TextEncoder();
const length = (size: number): number[] => (size < 0x80 ? [size] : [0x83, size >> 16, (size >> 8) & 0xff, size & 0xff]);
const der = (tag: number, ...parts: readonly (readonly number[])[]): number[] => {
  const content = parts.flat();
  return [tag, ...length(content.length), ...content];
};
const loose = (tag: number, ...parts: readonly (readonly number[])[]): number[] => [tag, 0x80, ...parts.flat(), 0, 0];
const signedData = der(0x06, [0x2a, 0x86, 0x48, 0x86, 0xf7, 0x0d, 0x01, 0x07, 0x02]);
const enveloped = der(0x06, [0x2a, 0x86, 0x48, 0x86, 0xf7, 0x0d, 0x01, 0x07, 0x03]);
const data = der(0x06, [0x2a, 0x86, 0x48, 0x86, 0xf7, 0x0d, 0x01, 0x07, 0x01]);
const message = (make: typeof der, content: readonly number[]): Uint8Array =>
  Uint8Array.from(
    make(0x30, signedData, make(0xa0, make(0x30, der(0x02, [1]), der(0x31), make(0x30, data, make(0xa0, content)), der(0x31)))),
  );

describe('a CMS envelope', () => {
  it.each([
    ['in DER', (bytes: number[]) => message(der, der(0x04, bytes))],
    ['of indefinite lengths', (bytes: number[]) => message(loose, der(0x04, bytes))],
    ['in pieces', (bytes: number[]) => message(loose, loose(0x24, der(0x04, bytes.slice(0, 3)), der(0x04, bytes.slice(3))))],
  ])('%s gives its content', (_title, make) => {
    fc.assert(
      fc.property(fc.string({ maxLength: 500 }), (content) => {
        const bytes = [...text.encode(content)];
        const opened = openEnvelope(make(bytes));
        expect(opened.kind === 'signed' && [...opened.content]).toEqual(bytes);
      }),
    );
  });

  it('that is encrypted is told from one that is signed', () => {
    expect(openEnvelope(Uint8Array.from(der(0x30, enveloped, der(0xa0, der(0x30)))))).toEqual({ kind: 'encrypted' });
  });

  it('is not seen where there is none: XML, nothing, half of one', () => {
    for (const bytes of [text.encode('<?xml version="1.0"?>'), new Uint8Array(), message(der, der(0x04, [1, 2, 3])).subarray(0, 20)])
      expect(openEnvelope(bytes)).toEqual({ kind: 'none' });
  });

  it('never throws on any octets, cut or changed', () => {
    fc.assert(fc.property(fc.uint8Array({ maxLength: 200 }), (bytes) => typeof openEnvelope(bytes).kind === 'string'));
    const whole = message(loose, loose(0x24, der(0x04, [1, 2, 3]), der(0x04, [4])));
    fc.assert(
      fc.property(fc.nat(whole.length - 1), fc.nat(255), (at, octet) => {
        const changed = whole.slice();
        changed[at] = octet;
        return typeof openEnvelope(changed).kind === 'string' && typeof openEnvelope(whole.subarray(0, at)).kind === 'string';
      }),
    );
  });

  it('has an end to its nesting', () => {
    const deep = Array.from({ length: 200_000 }, (_, n) => (n % 2 === 0 ? 0x30 : 0x80));
    expect(openEnvelope(Uint8Array.from(deep))).toEqual({ kind: 'none' });
  });
});
