// Sentences that servers of every kind say, in the order in which they are looked for.
import type { Phrase } from './phrase';
import { messageWordings } from './wordings-message';
import { recipientWordings } from './wordings-recipient';
import { senderWordings } from './wordings-sender';

export const wordings: readonly Phrase[] = [...senderWordings, ...recipientWordings, ...messageWordings];
