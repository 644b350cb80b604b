// What can happen to a message in the outbox.
import type { Failure } from '../../contract/failure';

/** A recipient whose address the person has corrected: a message of its own goes to the new one. */
export type ReplacedRecipient = { readonly index: number; readonly address: string };
export type RefusedRecipient = { readonly index: number; readonly failure: Failure };

/**
 * What an attempt whose mark was set ahead knows better than the ledger. `dotAt`: when its final dot went out; null: it did not.
 * Absent: the ledger's mark tells.
 */
export type MarkedAhead = { readonly dotAt?: number | null };

export type OutboxEvent =
  /** An attempt begins. It is for the recipients that `isOpen` names and for nobody else. */
  | {
      readonly kind: 'start';
      readonly at: number /** Since when patience counts, if this is the first (domain/patience.ts). */;
      readonly patience: number;
      /** The mark of its final dot is set with it, and whoever sends it holds the dot back until its turn. */
      readonly isMarked?: boolean;
    }
  /** Everything but the final dot is out, and these recipients were refused before: what is not known behind the dot is not about them. */
  | { readonly kind: 'dot'; readonly at: number; readonly refused: readonly RefusedRecipient[] }
  /** `retryAt`: when the deferred are tried again; null: patience is over. */
  | (MarkedAhead & {
      readonly kind: 'accepted';
      readonly at: number;
      readonly reply: string;
      readonly refused: readonly RefusedRecipient[];
      readonly retryAt: number | null;
    })
  | (MarkedAhead & {
      readonly kind: 'not-sent';
      readonly at: number;
      readonly failure: Failure;
      readonly refused: readonly RefusedRecipient[];
      readonly retryAt: number | null;
    })
  | (MarkedAhead & { readonly kind: 'unknown'; readonly at: number; readonly failure: Failure })
  /** The attempt surely sent nothing, because of the account or because it was called off: it does not count. `failure` null: called off. */
  | (MarkedAhead & { readonly kind: 'put-back'; readonly at: number; readonly failure: Failure | null })
  /** The account's server could not be used for as long as one is patient, by whichever of its messages that was found out. */
  | { readonly kind: 'gave-up'; readonly at: number; readonly failure: Failure }
  /** Seen at the next start: the engine ended in the midst of an attempt. */
  | (MarkedAhead & { readonly kind: 'engine-ended'; readonly at: number })
  | { readonly kind: 'account-gone'; readonly at: number }
  /** The undo time is over, or the scheduled time has come. */
  | { readonly kind: 'release'; readonly at: number }
  /** Seen at the next start: the program ended inside the undo time, which begins anew. */
  | { readonly kind: 'hold-again'; readonly at: number; readonly until: number }
  /** A scheduled time that nobody was there for. */
  | { readonly kind: 'missed'; readonly at: number }
  /** It was looked for in Sent and was not there. `lookAt`: when it is looked for next; null: not by itself. */
  | { readonly kind: 'looked'; readonly at: number; readonly looks: number; readonly lookAt: number | null }
  /** From here on: what the person does. */
  | { readonly kind: 'retry'; readonly at: number }
  | { readonly kind: 'schedule'; readonly at: number; readonly until: number }
  | { readonly kind: 'keep'; readonly at: number }
  | { readonly kind: 'cancel'; readonly at: number; readonly as: 'cancelled' | 'edited' | 'moved' }
  /** It goes to these refused ones again, and to none of the others. */
  | { readonly kind: 'reopen'; readonly at: number; readonly indexes: readonly number[] }
  /** These refused ones have other addresses now, to which another message goes. */
  | { readonly kind: 'replace'; readonly at: number; readonly replaced: readonly ReplacedRecipient[] }
  | { readonly kind: 'send-again'; readonly at: number }
  | { readonly kind: 'was-sent'; readonly at: number; readonly as: 'marked-sent' | 'found-in-sent' };
