// What can be done with the chosen messages; each is there for those among them that allow it.
import { ActionIcon, Button, Tooltip } from '@mantine/core';
import { type Icon, IconArrowsExchange, IconClock, IconHandStop, IconRefresh, IconTrash, IconX } from '@tabler/icons-react';
import type { OutboxBrief } from '../../../electron/contract/model/outbox';
import { formatCount } from '../../strings/moments';
import { useLanguage, useStrings } from '../../strings/words';
import { keyWords } from '../../ui/keys';
import { useOffers } from '../frame/offers';
import { session, useAccounts, useSettings } from '../frame/session';
import { actionKeys, allowing, type BulkAction, bulkActions } from './actions';
import { nothingChosen } from './choosing';
import { chosen, doWith } from './doing';
import classes from './list.module.css';

const icons: Readonly<Record<BulkAction, Icon>> = {
  retry: IconRefresh,
  later: IconClock,
  keep: IconHandStop,
  move: IconArrowsExchange,
  cancel: IconTrash,
};

export function ActionBar({ items, onAll }: { readonly items: readonly OutboxBrief[]; readonly onAll: (() => void) | null }) {
  const { outbox } = useStrings();
  const words = outbox.choosing;
  const language = useLanguage();
  const hasOthers = useAccounts().length > 1;
  useOffers('outbox chosen', () =>
    bulkActions
      .filter((action) => (action !== 'move' || hasOthers) && allowing(action, items).length > 0)
      .map((action) => ({
        id: `outbox chosen ${action}`,
        label: `${outbox[action]}: ${words.count(formatCount(items.length, language), items.length === 1)}`,
        run: () => void doWith(action, items, { outbox, language }),
      })),
  );
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: Esc lets go of what is chosen wherever in the bar the keyboard is
    <div
      className={classes.bar}
      onKeyDown={(event) => {
        if (event.key !== 'Escape') return;
        event.preventDefault();
        chosen.set(nothingChosen);
      }}
    >
      <div className={classes.count}>
        <span role="status">{words.count(formatCount(items.length, language), items.length === 1)}</span>
        {onAll !== null && (
          <Button variant="subtle" size="compact-sm" onClick={onAll}>
            {words.all}
          </Button>
        )}
        <Tooltip label={`${words.clear}  Esc`}>
          <ActionIcon variant="subtle" color="gray" size={28} aria-label={words.clear} onClick={() => chosen.set(nothingChosen)}>
            <IconX size={16} stroke={1.75} aria-hidden />
          </ActionIcon>
        </Tooltip>
      </div>
      <div className={classes.actions} role="toolbar" aria-label={words.bar}>
        {bulkActions
          .filter((action) => action !== 'move' || hasOthers)
          .map((action) => (
            <BarButton key={action} action={action} items={items} />
          ))}
      </div>
    </div>
  );
}

function BarButton({ action, items }: { readonly action: BulkAction; readonly items: readonly OutboxBrief[] }) {
  const { outbox, frame } = useStrings();
  const words = { outbox, language: useLanguage() };
  const { hasSingleKeys } = useSettings();
  const can = allowing(action, items).length;
  const Icon = icons[action];
  const platform = session.use((value) => value.platform);
  const key = hasSingleKeys || actionKeys[action].isSingle !== true ? keyWords(actionKeys[action], platform, frame.keyNames) : '';
  return (
    <Tooltip label={`${outbox[action]}  ${key}`}>
      <Button
        className={classes.action ?? ''}
        variant="default"
        size="compact-md"
        fz="sm"
        disabled={can === 0}
        aria-label={outbox[action]}
        leftSection={<Icon size={18} stroke={1.75} aria-hidden />}
        onClick={() => void doWith(action, items, words)}
      >
        {outbox[action]}
      </Button>
    </Tooltip>
  );
}
