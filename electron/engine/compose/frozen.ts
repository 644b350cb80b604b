// What a frozen message is: everything that leaves, decided once, so that every attempt sends the same bytes.
import type { DraftContent } from '../../contract/model/drafts';

/** A stretch of the wire: bytes as they are, or a stored file that goes out as base64 in lines of 76 characters. */
export type Piece =
  | { readonly kind: 'bytes'; readonly bytes: Uint8Array }
  | { readonly kind: 'blob'; readonly sha256: string; readonly size: number };

export type EnvelopeRecipient = { readonly field: 'to' | 'cc' | 'bcc'; readonly name: string; readonly address: string };

/** The SMTP envelope exactly as the person saw it. Domains are ASCII (RFC 5891); local parts may be UTF-8 (RFC 6531). */
export type Envelope = { readonly from: { readonly name: string; readonly address: string }; readonly to: readonly EnvelopeRecipient[] };

export type FrozenAttachment = {
  readonly id: string;
  readonly name: string;
  readonly type: string;
  readonly size: number;
  readonly sha256: string;
  readonly cid: string | null;
};

export type FrozenMessage = {
  /** With its angle brackets. */
  readonly messageId: string;
  /** ms since 1970, as in the Date header (whole seconds). */
  readonly date: number;
  readonly envelope: Envelope;
  readonly subject: string;
  /** Octets on the wire, before dot-stuffing. */
  readonly size: number;
  /** Of the wire bytes, hex. */
  readonly sha256: string;
  readonly pieces: readonly Piece[];
  /** The Bcc header with its CR LF, which stands above the wire bytes in the Sent copy only; empty without Bcc. */
  readonly bccHeader: string;
  readonly attachments: readonly FrozenAttachment[];
  /** What it was made from, to write it again. */
  readonly content: DraftContent;
};
