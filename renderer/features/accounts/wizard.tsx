// The way to an account: who writes, then what was filled in and whether it works.
import type { ReactNode } from 'react';
import { DetailsStep } from './details-step';
import { MicrosoftStep } from './microsoft-step';
import { isReady, useReady } from './sign-in-ways';
import { WhoStep } from './who-step';
import { wizard } from './wizard-store';

export function Wizard(props: { readonly title: ReactNode; readonly other?: ReactNode }) {
  const { step, form } = wizard.use();
  const ready = useReady();
  if (step === 'who') return <WhoStep {...props} />;
  // Without a client id there is no way in at all.
  const isShut = form.oauth === 'microsoft' && ready !== null && !isReady(ready, form.oauth);
  return isShut ? <MicrosoftStep {...props} /> : <DetailsStep key={form.id} />;
}
