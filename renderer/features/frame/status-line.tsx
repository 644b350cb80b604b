// The foot of the window: is there a network, what is under way, from which address a new letter goes.
import { ActionIcon, Button, Tooltip } from '@mantine/core';
import { IconKeyboard, IconListSearch, IconWifi, IconWifiOff, IconX } from '@tabler/icons-react';
import { useCallback } from 'react';
import type { Failure } from '../../../electron/contract/failure';
import type { OutboxItem } from '../../../electron/contract/model/outbox';
import type { Status } from '../../../electron/contract/model/status';
import { useQuery } from '../../hooks/use-query';
import { useStrings } from '../../strings/words';
import { StateChip } from '../../ui/state-chip';
import { keyName } from './key-names';
import { clearNotice, type Notice, notices, say } from './notices';
import { Sending, whoOf } from './sending';
import { defaultAccount, session } from './session';
import classes from './status-line.module.css';
import { STATUS_LINE_ID } from './status-line-id';
import { useJustSent } from './use-just-sent';

type Props = { readonly status: Status; readonly showKeys: () => void; readonly showPalette: () => void };

export function StatusLine({ status, showKeys, showPalette }: Props) {
  const { frame, palette } = useStrings();
  const platform = session.use((value) => value.platform);
  const from = session.use((value) => defaultAccount(value)?.address ?? null);
  const hasSingleKeys = session.use((value) => value.settings.hasSingleKeys);
  // Those inside their undo time are told of just above, and a scheduled one waits for nothing but its time.
  const waiting = status.waiting - status.held - status.scheduled;
  return (
    <footer id={STATUS_LINE_ID} className={classes.line}>
      {status.isOnline ? (
        <StateChip tone="plain" icon={<IconWifi size={14} stroke={2} aria-hidden />}>
          {frame.online}
        </StateChip>
      ) : (
        <StateChip tone="warn" icon={<IconWifiOff size={14} stroke={2} aria-hidden />}>
          {frame.offline}
        </StateChip>
      )}
      {waiting > 0 && <span>{frame.waiting(waiting)}</span>}
      <div className={classes.news} aria-live="polite">
        <News leaving={waiting + status.sending} sending={status.sending} />
      </div>
      {from !== null && (
        <span className={classes.from} title={frame.writingFrom(from)}>
          {frame.writingFrom(from)}
        </span>
      )}
      <Tooltip label={`${palette.button}  ${keyName(platform, 'K', frame.keyNames)}`}>
        <ActionIcon variant="subtle" color="gray" size={24} aria-label={palette.button} onClick={showPalette}>
          <IconListSearch size={18} stroke={1.75} aria-hidden />
        </ActionIcon>
      </Tooltip>
      <Tooltip label={`${frame.keysButton}  ${hasSingleKeys ? '?' : 'F1'}`}>
        <ActionIcon variant="subtle" color="gray" size={24} aria-label={frame.keysButton} onClick={showKeys}>
          <IconKeyboard size={18} stroke={1.75} aria-hidden />
        </ActionIcon>
      </Tooltip>
    </footer>
  );
}

/** More than these are not told of one by one: nobody could read it, and nobody wants to hear it. */
const TOLD_OF = 50;

type Counts = { readonly leaving: number; readonly sending: number };

/** What can be acted on comes first, then what is under way, then what was said last. */
function News({ leaving, sending }: Counts) {
  const { frame } = useStrings();
  const { notice, failure } = notices.use();
  const isMany = leaving > TOLD_OF;
  const { value } = useQuery('outbox.list', isMany ? null : {});
  const items = isMany ? null : value;
  const tell = useCallback((item: OutboxItem) => say({ tone: 'good', text: frame.sentTo(...whoOf(item)) }), [frame]);
  useJustSent(items, tell);
  const isFree = failure === null && notice?.action === undefined;
  if (isMany && sending > 0 && isFree) return <span className={classes.text}>{frame.sendingMany(sending)}</span>;
  const [first, ...others] = items?.filter(({ state }) => state === 'sending') ?? [];
  if (first !== undefined && isFree) return <Sending items={[first, ...others]} />;
  return notice === null && failure === null ? null : <NoticeText notice={notice} failure={failure} />;
}

export function NoticeText({ notice, failure }: { readonly notice: Notice | null; readonly failure: Failure | null }) {
  const { frame, failures } = useStrings();
  const text =
    failure === null ? (notice?.text ?? '') : `${failures[failure.code].says(failure)} ${failures[failure.code].remedy(failure)}`;
  const tone = failure !== null || notice?.tone === 'bad' ? 'bad' : notice?.tone === 'good' ? 'good' : 'plain';
  return (
    <>
      <span className={classes.text} title={text}>
        <StateChip tone={tone}>{text}</StateChip>
      </span>
      {notice?.action !== undefined && (
        <Button
          variant="subtle"
          size="compact-xs"
          onClick={() => {
            notice.action?.run();
            clearNotice();
          }}
        >
          {notice.action.label}
        </Button>
      )}
      {failure !== null && (
        <ActionIcon variant="subtle" color="gray" size={20} aria-label={frame.close} onClick={clearNotice}>
          <IconX size={14} aria-hidden />
        </ActionIcon>
      )}
    </>
  );
}
