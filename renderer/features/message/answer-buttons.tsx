// Reply, reply to all, forward, write again: each makes a draft in the person's language.
import { Button } from '@mantine/core';
import { IconArrowBackUp, IconArrowBackUpDouble, IconArrowForwardUp, IconRepeat } from '@tabler/icons-react';
import { useState } from 'react';
import type { Failure } from '../../../electron/contract/failure';
import type { OpenedMessage } from '../../../electron/contract/model/messages';
import { call } from '../../api';
import { formatDateTime } from '../../strings/moments';
import { useLanguage, useStrings } from '../../strings/words';
import { FailureNote } from '../../ui/failure-note';
import { open } from '../frame/navigation';
import { useOffers } from '../frame/offers';
import { defaultAccount, session } from '../frame/session';
import classes from './message.module.css';

const answers = [
  { kind: 'reply', word: 'reply', Icon: IconArrowBackUp },
  { kind: 'reply-all', word: 'replyAll', Icon: IconArrowBackUpDouble },
  { kind: 'forward', word: 'forward', Icon: IconArrowForwardUp },
  { kind: 'again', word: 'writeAgain', Icon: IconRepeat },
] as const;
type Kind = (typeof answers)[number]['kind'];

/** The account a message was sent from, else the one new letters go from. */
function accountOf(message: OpenedMessage): string | null {
  const { ref, from } = message;
  const { accounts } = session.get();
  const address = from?.address.toLowerCase();
  const own = accounts.find(
    (account) => (ref.kind === 'imap' && account.id === ref.accountId) || account.address.toLowerCase() === address,
  );
  return (own ?? defaultAccount())?.id ?? null;
}

export function AnswerButtons({ message }: { readonly message: OpenedMessage }) {
  const { sent, compose } = useStrings();
  const language = useLanguage();
  const [failure, setFailure] = useState<Failure | null>(null);
  const [isBusy, setBusy] = useState(false);
  const answer = async (kind: Kind): Promise<void> => {
    setBusy(true);
    setFailure(null);
    const who = message.from === null ? '' : message.from.name || message.from.address;
    const when = message.at === null ? sent.noDate : formatDateTime(message.at, language);
    const intro = kind === 'forward' ? compose.forwardIntro : compose.replyIntro(when, who);
    const start = kind === 'again' ? { kind, ref: message.ref } : { kind, ref: message.ref, intro: intro.slice(0, 1000) };
    const draft = await call('drafts.create', { accountId: accountOf(message), start });
    setBusy(false);
    if (draft.ok) open('drafts', draft.value.id);
    else setFailure(draft.failure);
  };
  // What was practised has no reader who could be answered.
  const ways = message.ref.kind === 'practice' ? answers.filter(({ kind }) => kind === 'again') : answers;
  useOffers('message', () => ways.map(({ kind, word }) => ({ id: `message ${kind}`, label: sent[word], run: () => void answer(kind) })));
  return (
    <footer className={classes.foot}>
      {failure !== null && <FailureNote failure={failure} isNews />}
      <div className={classes.answers}>
        {ways.map(({ kind, word, Icon }) => (
          <Button
            key={kind}
            variant="default"
            disabled={isBusy}
            leftSection={<Icon size={18} stroke={1.75} aria-hidden />}
            onClick={() => void answer(kind)}
          >
            {sent[word]}
          </Button>
        ))}
      </div>
    </footer>
  );
}
