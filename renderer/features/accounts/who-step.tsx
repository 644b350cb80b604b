// Who writes: the address and the name. Everything else follows from the address.
import { Button } from '@mantine/core';
import { type ReactNode, useState } from 'react';
import { checkAddress } from '../../../electron/domain/addresses';
import { useStrings } from '../../strings/words';
import { Field } from '../../ui/field';
import { BringAccounts } from '../moving-in/bring-accounts';
import { providerTitle } from './provider-names';
import { ProviderTiles } from './provider-tiles';
import { useReady } from './sign-in-ways';
import classes from './wizard.module.css';
import { pick, setForm, shownProvider, toDetails, wizard } from './wizard-store';

export function WhoStep(props: { readonly title: ReactNode; readonly other?: ReactNode }) {
  const { accounts } = useStrings();
  const state = wizard.use();
  const { form } = state;
  const ready = useReady();
  const [hasTried, setTried] = useState(false);
  const provider = shownProvider(state);
  const address = form.address.trim();
  const problem =
    provider === 'practice' && address === ''
      ? null
      : address === ''
        ? accounts.problems.empty
        : checkAddress(address) === null
          ? null
          : accounts.problems.address;

  const goOn = (): void => {
    setTried(true);
    if (problem === null) wizard.set(toDetails(state, address === '' ? accounts.practiceAddress : address, ready));
  };
  return (
    <form
      className={classes.page}
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        goOn();
      }}
    >
      <div className={classes.side}>
        {props.title}
        <div className={classes.fields}>
          <Field
            label={accounts.address}
            type="email"
            inputMode="email"
            autoComplete="email"
            autoFocus
            isLarge
            maxLength={320}
            value={form.address}
            onChange={(text) => setForm({ ...form, address: text })}
            error={hasTried && problem !== null ? problem : undefined}
            hint={provider !== null && address !== '' ? accounts.recognised(providerTitle(provider, accounts)) : undefined}
          />
          <Field
            label={accounts.name}
            autoComplete="name"
            isLarge
            maxLength={200}
            value={form.name}
            onChange={(name) => setForm({ ...form, name: name.replace(/[\r\n\0]/g, ' ') })}
            hint={accounts.nameHint}
          />
        </div>
        <div className={classes.actions}>
          <Button type="submit" size="md">
            {accounts.continue}
          </Button>
        </div>
        {props.other}
        <BringAccounts />
      </div>
      <div className={classes.side}>
        <ProviderTiles lit={provider} onPick={(id) => wizard.set((before) => pick(before, id))} />
      </div>
    </form>
  );
}
