// What servers of every kind say of the message and of themselves, where the words tell more than the code. First fit counts.
import type { Phrase } from './phrase';

export const messageWordings: readonly Phrase[] = [
  // The letter
  {
    id: 'too-large',
    says: [
      'message too large',
      'message is too large',
      'message too big',
      'message size exceeds',
      'size limit',
      'message exceeds',
      'exceeds the maximum',
      'exceeded maximum',
      'maximum message size',
      'message file too big',
      'too large',
      'too big',
      'fixed limit',
    ],
  },
  { id: 'virus', says: ['virus', 'malware', 'infected', 'clamav', 'trojan', 'phish'] },
  {
    id: 'attachment-blocked',
    says: [
      'attachment type',
      'prohibited attachment',
      'banned file',
      'forbidden attachment',
      'attachment … not allowed',
      'blocked attachment',
      'file type not',
      'executable … attach',
      'illegal attachment',
      'attachments are not',
    ],
  },
  { id: 'looks-like-spam', says: ['spam', 'unsolicited', 'bulk mail', 'junk', 'score … too high'] },
  {
    id: 'text-form',
    says: ['bare lf', 'bare <lf>', 'bare line feed', 'bare newline', 'line too long', '8bit', '8-bit', 'lines longer', 'character set'],
  },
  {
    id: 'not-compliant',
    says: ['header', 'rfc5322', 'rfc 5322', 'rfc822', 'missing date', 'malformed message', 'message-id'],
    stages: ['message', 'data'],
  },
  { id: 'content-refused', says: ['content rejected', 'content refused', 'message content', 'content filter', 'rejected … content'] },
  {
    id: 'policy-refused',
    says: [
      'local policy',
      'policy violation',
      'policy reasons',
      'administrative prohibition',
      'violates … policy',
      'against … policy',
      'prohibited by',
    ],
  },
  // The server itself
  {
    id: 'server-full',
    says: ['insufficient system storage', 'insufficient disk', 'no space left', 'disk full', 'not enough space', 'low on disk'],
  },
  { id: 'too-many-connections', says: ['connection limit', 'connections from your', 'too many sessions'] },
  {
    id: 'server-down',
    says: [
      'system not accepting',
      'maintenance',
      'shutting down',
      'service not available',
      'server is closing',
      'temporarily unavailable',
      'queue file write error',
    ],
  },
];
