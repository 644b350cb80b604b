// What a settings file would add or change: ticked where it is new, unticked where something is here already.
import { Button } from '@mantine/core';
import { useState } from 'react';
import type { Failure } from '../../../electron/contract/failure';
import type { PortableSettings, SettingsFile } from '../../../electron/contract/model/settings-file';
import { leadsElsewhere } from '../../../electron/contract/same-servers';
import { type Plan, type PlannedAccount, planImport } from '../../../electron/domain/settings-file/plan';
import { withoutClientSecrets } from '../../../electron/domain/settings-file/without-secrets';
import { useStrings } from '../../strings/words';
import { Toggle } from '../../ui/choice';
import { FailureNote } from '../../ui/failure-note';
import { say } from '../frame/notices';
import { session } from '../frame/session';
import classes from './settings-room.module.css';
import { takeOver } from './take-over';

const isOffered = ({ kind }: PlannedAccount): boolean => kind === 'new' || kind === 'changed';

function planFor(file: SettingsFile, words: readonly string[]): Plan {
  const { accounts, settings } = session.get();
  return planImport(file, { accounts, settings: withoutClientSecrets(settings), words, leadsElsewhere });
}

type Props = { readonly file: SettingsFile; readonly ownWords: readonly string[]; readonly onEnd: () => void };

export function ImportPlan({ file, ownWords, onEnd }: Props) {
  const { settingsFile: words } = useStrings();
  const [plan] = useState(() => planFor(file, ownWords));
  const [wanted, setWanted] = useState<ReadonlySet<string>>(
    () => new Set(plan.accounts.filter(({ kind }) => kind === 'new').map(({ account }) => account.id)),
  );
  const [takesSettings, setTakesSettings] = useState(plan.settings.length > 0);
  const [takesWords, setTakesWords] = useState(plan.words.length > 0);
  const [isBusy, setBusy] = useState(false);
  const [failure, setFailure] = useState<Failure | null>(null);
  const names = useSettingNames();
  const hasOffers = plan.settings.length > 0 || plan.words.length > 0 || plan.accounts.some(isOffered);
  const hintOf = (planned: PlannedAccount): string => {
    switch (planned.kind) {
      case 'new':
        return planned.account.oauth === undefined ? words.isNew : words.isNewWithBrowser;
      case 'same':
        return words.isSame;
      case 'elsewhere':
        return words.isElsewhere;
      case 'changed':
        return words.isChanged(planned.parts.map((part) => words.parts[part]).join(', '));
    }
  };
  const take = async (): Promise<void> => {
    setBusy(true);
    const accounts = plan.accounts.filter((planned) => isOffered(planned) && wanted.has(planned.account.id));
    const failed = await takeOver(accounts, takesSettings ? file.settings : null, takesWords ? plan.words : []);
    setBusy(false);
    setFailure(failed);
    if (failed !== null) return;
    say({ tone: 'good', text: words.taken });
    onEnd();
  };
  return (
    <section className={classes.plan} aria-label={words.planTitle}>
      <h3 className={classes.heading}>{hasOffers ? words.planTitle : words.nothing}</h3>
      <ul className={classes.list}>
        {plan.accounts.map((planned) => {
          const { account } = planned;
          return (
            <li key={account.id}>
              {isOffered(planned) ? (
                <Toggle
                  label={account.address}
                  hint={hintOf(planned)}
                  isOn={wanted.has(account.id)}
                  onChange={(isOn) =>
                    setWanted((before) => new Set(isOn ? [...before, account.id] : [...before].filter((each) => each !== account.id)))
                  }
                />
              ) : (
                <p className={classes.stays}>
                  {account.address}
                  <span className={classes.why}>{hintOf(planned)}</span>
                </p>
              )}
            </li>
          );
        })}
        {plan.settings.length > 0 && (
          <li>
            <Toggle
              label={words.settingsOf(plan.settings.map((key) => names[key]).join(', '))}
              isOn={takesSettings}
              onChange={setTakesSettings}
            />
          </li>
        )}
        {plan.words.length > 0 && (
          <li>
            <Toggle label={words.words(plan.words.length)} isOn={takesWords} onChange={setTakesWords} />
          </li>
        )}
      </ul>
      <p className={classes.buttons}>
        {hasOffers && (
          <Button loading={isBusy} disabled={wanted.size === 0 && !takesSettings && !takesWords} onClick={() => void take()}>
            {words.take}
          </Button>
        )}
        <Button variant="default" onClick={onEnd}>
          {words.leave}
        </Button>
      </p>
      {failure !== null && <FailureNote failure={failure} isNews />}
    </section>
  );
}

function useSettingNames(): Readonly<Record<keyof PortableSettings, string>> {
  const { settings, settingsFile, spelling } = useStrings();
  return {
    language: settings.language,
    theme: settings.theme,
    hasSingleKeys: settings.singleKeys,
    hasNotifications: settings.notifications,
    checksSpelling: spelling.check,
    spellingLanguages: spelling.languagesIWrite,
    undoSeconds: settings.undoFor,
    whenMissed: settings.whenMissed,
    startsAtLogin: settings.startsAtLogin,
    staysInTray: settings.staysInTray,
    dnsServers: settings.dnsServers,
    oauth: settingsFile.signInSettings,
  };
}
