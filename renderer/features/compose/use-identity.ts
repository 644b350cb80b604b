// From which identity the letter goes: chosen by hand, or following whom it is for. Whatever changes it, the signature changes with it.
import type { Editor } from '@tiptap/react';
import { useCallback, useEffect, useRef, useState } from 'react';
import type { Account } from '../../../electron/contract/model/accounts';
import type { DraftContent } from '../../../electron/contract/model/drafts';
import type { LastUsed, Signature } from '../../../electron/contract/model/identities';
import { chooseIdentity, type IdentityChoice } from '../../../electron/domain/identities/choose';
import { guardIdentity } from '../../../electron/domain/identities/guard';
import { type Identity, identitiesOf, identityOf } from '../../../electron/domain/identities/identity';
import { picturesOf, usualSignature } from '../../../electron/domain/identities/signature';
import { call } from '../../api';
import { useStrings } from '../../strings/words';
import { defaultAccount, session } from '../frame/session';
import type { DraftKeeper } from './draft-keeper';
import { placeSignature } from './signature-node';
import type { Attachments } from './use-attachments';

/** `because`: why From is what it is, `other` is how letters begin. `suggests`: what speaks for the other one. */
export type IdentityNote = { readonly kind: 'because' | 'suggests'; readonly choice: IdentityChoice; readonly other: Identity };

export type LetterIdentity = {
  /** Null: the account, or its identity, is not there (any more). */
  readonly identity: Identity | null;
  readonly note: IdentityNote | null;
  /** The signature was changed by the person, so that it did not follow From. */
  readonly isSignatureKept: boolean;
  readonly choose: (identity: Identity) => void;
  /** Changes From as the note proposes; nothing without one. */
  readonly takeOther: () => void;
  /** Looks now where a look is still due, and waits for one that is under way; true when it has changed From or brought a note that nobody can have seen yet. */
  readonly lookNow: () => Promise<boolean>;
  readonly sign: (signature: Signature | null) => void;
};

/** ms: when the typing rests. */
const AFTER = 300;
/** As many recipients as are asked about. */
const MOST_ASKED = 50;

function findIdentity({ accountId, identityId }: DraftContent, accounts: readonly Account[]): Identity | null {
  const account = accounts.find(({ id }) => id === accountId);
  return account === undefined ? null : identityOf(account, identityId);
}

const isPractice = (accountId: string | null, accounts: readonly Account[]): boolean =>
  accounts.find(({ id }) => id === accountId)?.provider === 'practice';

/** How letters begin. What is practised goes nowhere: it says nothing of real letters. */
function usualIdentity(current: Identity, accounts: readonly Account[]): Identity {
  const first = defaultAccount();
  const account = first === null || first.provider === 'practice' ? accounts.find(({ id }) => id === current.accountId) : first;
  return (account === undefined ? undefined : identitiesOf(account)[0]) ?? current;
}

const recipientsOf = ({ to, cc, bcc }: DraftContent): string[] =>
  [...to, ...cc, ...bcc].flatMap((one) => (one.kind === 'good' ? [one.address] : [])).slice(0, MOST_ASKED);

const keyOf = (identity: Identity | null, note: IdentityNote | null): string =>
  JSON.stringify([identity?.accountId, identity?.id, note?.kind, note?.other.id]);

export function useIdentity(keeper: DraftKeeper, editor: Editor, files: Attachments): LetterIdentity {
  const { compose } = useStrings();
  const accounts = session.use((value) => value.accounts);
  const [identity, setIdentity] = useState(() => findIdentity(keeper.content(), accounts));
  const [note, setNote] = useState<IdentityNote | null>(null);
  const [isSignatureKept, setSignatureKept] = useState(false);
  const known = useRef(new Map<string, LastUsed | null>());
  const due = useRef<ReturnType<typeof setTimeout> | null>(null);
  /** The look that is still asking. */
  const underWay = useRef<Promise<void> | null>(null);
  const seen = useRef('');
  const shown = useRef('');
  const { adopt } = files;

  const sign = useCallback(
    (signature: Signature | null, isByHand: boolean) => {
      const hashes = signature === null ? [] : picturesOf(signature.html);
      const placed = placeSignature(editor, signature, { isByHand, forwardIntro: compose.forwardIntro });
      setSignatureKept(!placed);
      if (!placed || hashes.length === 0) return;
      void call('drafts.takePictures', { draftId: keeper.draftId, hashes: [...hashes] }).then((taken) => {
        if (taken.ok) adopt(taken.value);
      });
    },
    [editor, keeper, adopt, compose],
  );
  const change = useCallback(
    (next: Identity, identityReason: DraftContent['identityReason']) => {
      const { inReplyTo, references } = keeper.content();
      keeper.change({
        accountId: next.accountId,
        identityId: next.id === next.accountId ? undefined : next.id,
        identityReason,
      });
      setIdentity(next);
      sign(usualSignature(next, inReplyTo !== null || references.length > 0 ? 'answers' : 'new'), false);
    },
    [keeper, sign],
  );

  const look = useCallback(async (): Promise<void> => {
    const content = keeper.content();
    const current = findIdentity(content, accounts);
    setIdentity(current);
    const candidates = accounts.filter(({ provider }) => provider !== 'practice').flatMap(identitiesOf);
    if (current === null || candidates.length < 2 || isPractice(content.accountId, accounts)) return setNote(null);
    const recipients = recipientsOf(content);
    const unknown = recipients.filter((address) => !known.current.has(address));
    if (unknown.length > 0) {
      const answer = await call('identities.lastUsed', { addresses: unknown });
      if (!answer.ok) return;
      for (const address of unknown) known.current.set(address, answer.value.find((used) => used.address === address) ?? null);
      return look(); // the letter may have changed meanwhile
    }
    const usual = usualIdentity(current, accounts);
    const lastUsed = recipients.flatMap((address) => known.current.get(address) ?? []);
    const choice = chooseIdentity({ identities: candidates, writtenTo: [], recipients, lastUsed, usual });
    const reason = content.identityReason ?? 'usual';
    const answer = guardIdentity({ current, reason, choice });
    if (answer.kind === 'follow') change(choice.identity, choice.reason);
    if (answer.kind === 'suggest') return setNote({ kind: 'suggests', choice, other: choice.identity });
    const follows = choice.reason !== 'usual' && (answer.kind === 'follow' || reason === choice.reason) && choice.identity.id !== usual.id;
    setNote(follows ? { kind: 'because', choice, other: usual } : null);
  }, [keeper, accounts, change]);

  useEffect(() => {
    shown.current = keyOf(identity, note);
  }, [identity, note]);
  const lookOnce = useCallback((): void => {
    // Reading the letter costs more than a key may: only once the typing rests.
    const now = JSON.stringify(recipientsOf(keeper.content()));
    if (now === seen.current) return; // typing the text changes nothing of this
    seen.current = now;
    const work = look().finally(() => {
      if (underWay.current === work) underWay.current = null;
    });
    underWay.current = work;
  }, [keeper, look]);
  useEffect(() => {
    seen.current = '';
    lookOnce();
    const stop = keeper.onChange(() => {
      if (due.current !== null) clearTimeout(due.current);
      due.current = setTimeout(() => {
        due.current = null;
        lookOnce();
      }, AFTER);
    });
    return () => {
      stop();
      if (due.current !== null) clearTimeout(due.current);
      due.current = null;
    };
  }, [keeper, lookOnce]);
  const lookNow = useCallback(async (): Promise<boolean> => {
    if (due.current !== null) {
      clearTimeout(due.current);
      due.current = null;
      lookOnce();
    }
    if (underWay.current === null) return false;
    const before = shown.current;
    await underWay.current;
    await new Promise((resolve) => setTimeout(resolve)); // what it found is on the screen then
    return shown.current !== before;
  }, [lookOnce]);

  const choose = useCallback(
    (next: Identity) => {
      change(next, 'by-hand');
      void look();
    },
    [change, look],
  );
  return {
    identity,
    note,
    isSignatureKept,
    choose,
    lookNow,
    takeOther: () => {
      if (note !== null) choose(note.other);
    },
    sign: (signature) => sign(signature, true),
  };
}
