// The list of keys.
import { Modal } from '@mantine/core';
import { useState } from 'react';
import { useStrings } from '../../strings/words';
import { keyWords } from '../../ui/keys';
import { giveKeyboard } from '../compose/give-keyboard';
import classes from './keys-list.module.css';
import { keyGroups, withoutSingles } from './keys-table';
import { session } from './session';

export function KeysList({ close }: { readonly close: () => void }) {
  const strings = useStrings();
  const { frame } = strings;
  const { platform, settings } = session.use();
  const names = frame.keyNames;
  const [before] = useState(() => document.activeElement);
  const leave = (): void => {
    close();
    giveKeyboard(before);
  };
  const groups = keyGroups(strings).map((group) => ({
    ...group,
    rows: group.rows
      .map(({ what, keys }) => ({
        what,
        keys: (settings.hasSingleKeys ? keys : withoutSingles(keys)).map((key) => keyWords(key, platform, names)),
      }))
      .filter(({ keys }) => keys.length > 0),
  }));
  return (
    <Modal
      opened
      onClose={leave}
      title={frame.keysTitle}
      size={920}
      returnFocus={false}
      closeButtonProps={{ 'aria-label': frame.close }}
      centered
    >
      <div className={classes.groups}>
        {groups.map(({ id, title, rows }) => (
          <section key={id} className={classes.group}>
            <h3 className={classes.title}>{title}</h3>
            <dl>
              {rows.map(({ what, keys }) => (
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
          </section>
        ))}
      </div>
    </Modal>
  );
}
