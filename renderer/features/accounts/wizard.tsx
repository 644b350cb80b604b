// The way to an account: who writes, then what was filled in and whether it works.
import type { ReactNode } from 'react';
import { providers } from '../../../electron/domain/providers';
import { DetailsStep } from './details-step';
import { MicrosoftStep } from './microsoft-step';
import { WhoStep } from './who-step';
import { wizard } from './wizard-store';

export function Wizard(props: { readonly title: ReactNode; readonly other?: ReactNode }) {
  const { step, form } = wizard.use();
  if (step === 'who') return <WhoStep {...props} />;
  return providers[form.provider].signIn === 'oauth2-only' ? <MicrosoftStep {...props} /> : <DetailsStep key={form.id} />;
}
