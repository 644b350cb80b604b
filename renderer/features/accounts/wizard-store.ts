// What has been typed of a new account so far. It outlives the page that shows it: Esc loses nothing.
import type { ProviderId } from '../../../electron/contract/model/accounts';
import type { BrowserSignIn } from '../../../electron/contract/model/oauth';
import { domainOf, type Provider, providers, recognise } from '../../../electron/domain/providers';
import { createStore } from '../../hooks/create-store';
import { type AccountForm, fillIn, withAddress } from './account-form';

export type Wizard = {
  readonly form: AccountForm;
  readonly step: 'who' | 'details';
  /** The provider was picked by hand, so the address no longer decides. */
  readonly picked: ProviderId | null;
  /** For which provider and domain the servers were filled in; what was typed since is kept while these stay. */
  readonly filledFor: string | null;
};

export const freshWizard = (): Wizard => ({
  form: fillIn({ id: crypto.randomUUID(), name: '', address: '', password: '', keep: 'vault' }, 'other'),
  step: 'who',
  picked: null,
  filledFor: null,
});

export const wizard = createStore<Wizard>(freshWizard());

export const setForm = (form: AccountForm): void => wizard.set((before) => ({ ...before, form }));

/** The provider that lights up: the one picked, or the one the address belongs to. */
export const shownProvider = ({ form, picked }: Wizard): ProviderId | null => picked ?? recognise(form.address);

/** Goes on to the details, with the provider's settings filled in. */
export function toDetails(before: Wizard, address: string, ready: BrowserSignIn | null): Wizard {
  const provider = shownProvider({ ...before, form: { ...before.form, address } }) ?? 'other';
  const filledFor = `${provider} ${domainOf(address)}`;
  const form =
    before.filledFor === filledFor ? withAddress(before.form, address) : withBrowser(fillIn({ ...before.form, address }, provider), ready);
  return { ...before, form, step: 'details', filledFor };
}

/** Where the program can sign people in with the browser, that is proposed: there is nothing to type and nothing to keep. */
function withBrowser(form: AccountForm, ready: BrowserSignIn | null): AccountForm {
  const { oauth }: Provider = providers[form.provider];
  return oauth === 'google' && ready?.google === true ? { ...form, oauth } : form;
}

/** Picking the lit tile again lets the address decide again. */
export const pick = (before: Wizard, provider: ProviderId): Wizard => ({ ...before, picked: before.picked === provider ? null : provider });
