// How the program finds its way: the DNS servers it asks, where they are not to be the system's.
import { useState } from 'react';
import { readDnsServers } from '../../../electron/domain/dns-servers';
import { useStrings } from '../../strings/words';
import { Field } from '../../ui/field';
import { session } from '../frame/session';
import { changeSettings } from './change-settings';
import { CompanyRoots } from './company-roots';
import classes from './settings-room.module.css';

export function NetworkSettings() {
  const { settings: words } = useStrings();
  const stored = session.use(({ settings }) => settings.dnsServers);
  const [text, setText] = useState((stored ?? []).join(', '));
  const servers = readDnsServers(text);
  return (
    <div className={classes.part}>
      <h2 className={classes.subtitle}>{words.network}</h2>
      <Field
        label={words.dnsServers}
        hint={words.dnsServersHint}
        value={text}
        maxLength={300}
        error={servers === null ? words.dnsServersWrong : undefined}
        onChange={(next) => {
          setText(next);
          const read = readDnsServers(next);
          if (read !== null) void changeSettings({ dnsServers: read });
        }}
      />
      <CompanyRoots />
    </div>
  );
}
