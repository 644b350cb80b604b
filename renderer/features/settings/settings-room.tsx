// The few things about the program itself that a person may want otherwise. Each takes hold at once.
import { useStrings } from '../../strings/words';
import { Choice, Toggle } from '../../ui/choice';
import { SignInSettings } from '../accounts/sign-in-settings';
import { session } from '../frame/session';
import { changeSettings } from './change-settings';
import { NetworkSettings } from './network-settings';
import { BackgroundSettings, SendingSettings } from './sending-settings';
import { SettingsFilePart } from './settings-file-part';
import classes from './settings-room.module.css';
import { SpellingSettings } from './spelling-settings';

export function SettingsRoom() {
  const { settings: words, accounts } = useStrings();
  const { settings, version, electronVersion } = session.use();
  return (
    <div className={classes.room}>
      <h1 className={classes.title}>{words.title}</h1>
      <div className={classes.part}>
        <Choice
          label={words.language}
          direction="row"
          value={settings.language}
          onChange={(language) => void changeSettings({ language })}
          options={[
            { value: 'system', label: words.asSystem },
            { value: 'en', label: 'English' },
            { value: 'sv', label: 'Svenska' },
            { value: 'da', label: 'Dansk' },
          ]}
        />
      </div>
      <div className={classes.part}>
        <Choice
          label={words.theme}
          direction="row"
          value={settings.theme}
          onChange={(theme) => void changeSettings({ theme })}
          options={[
            { value: 'system', label: words.asSystem },
            { value: 'light', label: words.light },
            { value: 'dark', label: words.dark },
          ]}
        />
      </div>
      <SpellingSettings />
      <SendingSettings />
      <BackgroundSettings />
      <div className={classes.part}>
        <Toggle
          label={words.notifications}
          hint={words.notificationsHint}
          isOn={settings.hasNotifications}
          onChange={(hasNotifications) => void changeSettings({ hasNotifications })}
        />
        <Toggle
          label={words.singleKeys}
          hint={words.singleKeysHint}
          isOn={settings.hasSingleKeys}
          onChange={(hasSingleKeys) => void changeSettings({ hasSingleKeys })}
        />
      </div>
      <div className={classes.part}>
        <h2 className={classes.subtitle}>{accounts.browser.settings}</h2>
        <SignInSettings />
      </div>
      <NetworkSettings />
      <SettingsFilePart />
      <div className={classes.part}>
        <h2 className={classes.heading}>{words.about}</h2>
        <p>{words.version(version, electronVersion)}</p>
        <p className={classes.soft}>{words.promise}</p>
      </div>
    </div>
  );
}
