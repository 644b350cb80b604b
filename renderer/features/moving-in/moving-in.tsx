// What another program knows: the person ticks what should come along, and sees what does not and why.
import { Button } from '@mantine/core';
import { useState } from 'react';
import type { MovedAccount, MovedIn } from '../../../electron/contract/model/moving-in';
import { useStrings } from '../../strings/words';
import { Banner } from '../../ui/banner';
import { Toggle } from '../../ui/choice';
import wizardClasses from '../accounts/wizard.module.css';
import { useAccounts } from '../frame/session';
import classes from './moving-in.module.css';
import { beginMoving, leaveFound } from './moving-store';

export function MovingIn({ found }: { readonly found: MovedIn }) {
  const { movingIn: words } = useStrings();
  const here = useAccounts();
  const isHere = ({ account }: MovedAccount): boolean =>
    here.some(({ address }) => address.toLowerCase() === account.address.toLowerCase());
  const [wanted, setWanted] = useState<ReadonlySet<string>>(
    () => new Set(found.accounts.filter((each) => !isHere(each)).map(({ id }) => id)),
  );
  const tick = (id: string, isOn: boolean): void =>
    setWanted((before) => new Set(isOn ? [...before, id] : [...before].filter((each) => each !== id)));
  const hintOf = (moved: MovedAccount): string => {
    const { host } = moved.account.smtp;
    const how = moved.account.oauth === undefined ? words.withPassword(host) : words.withBrowser(host);
    return isHere(moved) ? `${words.isHere} ${how}` : how;
  };
  return (
    <div className={wizardClasses.page}>
      <div className={wizardClasses.side}>
        <h2 className={wizardClasses.title}>{words.title}</h2>
        <p className={wizardClasses.lead}>{found.accounts.length === 0 ? words.nothing : words.lead}</p>
        {found.isSigned && (
          <div className={classes.note}>
            <Banner tone="warn">{words.signed}</Banner>
          </div>
        )}
        <ul className={classes.list}>
          {found.accounts.map((moved) => (
            <li key={moved.id}>
              <Toggle
                label={moved.account.address}
                hint={hintOf(moved)}
                isOn={wanted.has(moved.id)}
                onChange={(isOn) => tick(moved.id, isOn)}
              />
            </li>
          ))}
        </ul>
        <div className={wizardClasses.actions}>
          {found.accounts.length > 0 && (
            <Button
              size="md"
              autoFocus
              disabled={wanted.size === 0}
              onClick={() => beginMoving(found.accounts.filter(({ id }) => wanted.has(id)))}
            >
              {words.go(wanted.size)}
            </Button>
          )}
          <Button size="md" variant="default" autoFocus={found.accounts.length === 0} onClick={leaveFound}>
            {words.back}
          </Button>
        </div>
      </div>
      {found.leftOut.length > 0 && (
        <div className={wizardClasses.side}>
          <h3 className={wizardClasses.caption}>{words.leftOut}</h3>
          <ul className={classes.left}>
            {found.leftOut.map(({ name, reason }, index) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: two of them may have the same name
              <li key={index}>
                {name}
                <span className={classes.why}>{words.reasons[reason]}</span>
              </li>
            ))}
          </ul>
        </div>
      )}
    </div>
  );
}
