// The list of keys.
import { Modal } from '@mantine/core';
import { useStrings } from '../../strings/words';
import { sheetActions, sheetKeyName } from '../compose/sheet-actions';
import { actionKeys } from '../outbox/actions';
import { keyName } from './key-names';
import classes from './keys-list.module.css';
import { session } from './session';

export function KeysList({ close }: { readonly close: () => void }) {
  const strings = useStrings();
  const { compose, drafts, frame, outbox } = strings;
  const { platform, settings } = session.use();
  const names = frame.keyNames;
  const key = (name: string): string => keyName(platform, name, names);
  const rows: readonly (readonly [string, readonly string[]])[] = [
    [frame.keys.write, [key('N')]],
    ...sheetActions.flatMap(({ id, label }): (readonly [string, readonly string[]])[] => {
      const name = sheetKeyName(id, names);
      return name === null ? [] : [[label(strings), [key(name)]]];
    }),
    [frame.keys.undo, [key('Z')]],
    [frame.keys.room, [`${key('1')} … 6`]],
    [frame.keys.settings, [key(',')]],
    [frame.keys.help, [`${names.shift} F1`]],
    [frame.keys.back, [names.escape]],
    [frame.keys.list, settings.hasSingleKeys ? ['↓ ↑', 'j k'] : ['↓ ↑']],
    [frame.keys.open, [names.enter]],
    [outbox.keys.choose, settings.hasSingleKeys ? ['x', names.space] : [names.space]],
    [outbox.keys.range, [`${names.shift} ↓ ↑`]],
    [outbox.keys.all, [key('A')]],
    ...(settings.hasSingleKeys
      ? ([
          [`${outbox.outbox}: ${outbox.retry}`, [actionKeys.retry]],
          [`${outbox.outbox}: ${outbox.later}`, [actionKeys.later]],
          [`${outbox.outbox}: ${outbox.keep}`, [actionKeys.keep]],
          [`${outbox.outbox}: ${outbox.move}`, [actionKeys.move]],
          [`${outbox.outbox}: ${outbox.edit}`, ['e']],
        ] as const)
      : []),
    [`${outbox.outbox}: ${outbox.cancel}`, [names.remove]],
    [`${compose.drafts}: ${compose.discard}`, [names.remove]],
    ...(settings.hasSingleKeys ? ([[drafts.search, ['/']]] as const) : []),
    [frame.keys.keys, settings.hasSingleKeys ? ['?', 'F1'] : ['F1']],
  ];
  return (
    <Modal opened onClose={close} title={frame.keysTitle} closeButtonProps={{ 'aria-label': frame.close }} centered>
      <dl className={classes.keys}>
        {rows.map(([what, keys]) => (
          <div key={what} className={classes.row}>
            <dt>{what}</dt>
            <dd>
              {keys.map((each, index) => (
                <span key={each}>
                  {index > 0 && ` ${names.or} `}
                  <kbd>{each}</kbd>
                </span>
              ))}
            </dd>
          </div>
        ))}
      </dl>
    </Modal>
  );
}
