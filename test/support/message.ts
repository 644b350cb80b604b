// Reads a message that a server received: its headers as lines, and as a person would see it.
import PostalMime, { type Email } from 'postal-mime';

export type ReadMessage = Omit<Email, 'attachments' | 'to' | 'bcc'> & {
  readonly to?: readonly { readonly name: string; readonly address: string }[];
  readonly bcc?: readonly { readonly name: string; readonly address: string }[];
  readonly attachments: readonly { readonly filename: string | null; readonly content: Uint8Array }[];
};

/** The message as its recipient's program reads it. */
export async function parse(raw: Buffer | undefined): Promise<ReadMessage> {
  if (raw === undefined) throw new Error('There is no message');
  const email = await PostalMime.parse(raw, { attachmentEncoding: 'arraybuffer' });
  return {
    ...email,
    attachments: email.attachments.map(({ filename, content }) => ({
      filename,
      content: typeof content === 'string' ? Buffer.from(content) : new Uint8Array(content),
    })),
  } as ReadMessage;
}

/** The header's physical lines, without line ends. */
export function headerLines(raw: Buffer | undefined): readonly string[] {
  const text = (raw ?? Buffer.alloc(0)).toString('latin1');
  return text.slice(0, text.indexOf('\r\n\r\n')).split('\r\n');
}

/** The header's fields, unfolded (RFC 5322 2.2.3). */
export const unfolded = (raw: Buffer | undefined): readonly string[] =>
  headerLines(raw)
    .join('\r\n')
    .replace(/\r\n(?=[ \t])/g, '')
    .split('\r\n');
