// The way to an account: who writes, then what was filled in and whether it works.
import type { ReactNode } from 'react';
import { SkipMoved } from '../moving-in/moved-servers';
import { MovingIn } from '../moving-in/moving-in';
import { isMoved, moving } from '../moving-in/moving-store';
import { DetailsStep } from './details-step';
import { MicrosoftStep } from './microsoft-step';
import { isReady, useReady } from './sign-in-ways';
import { WhoStep } from './who-step';
import { wizard } from './wizard-store';

export function Wizard(props: { readonly title: ReactNode; readonly other?: ReactNode }) {
  const { step, form } = wizard.use();
  const ready = useReady();
  const { found } = moving.use();
  const isBrought = moving.use((value) => isMoved(value, form));
  if (found !== null) return <MovingIn found={found} />;
  if (step === 'who') return <WhoStep {...props} />;
  // Without a client id there is no way in at all.
  const isShut = form.oauth === 'microsoft' && ready !== null && !isReady(ready, form.oauth);
  return isShut ? <MicrosoftStep {...props} {...(isBrought ? { other: <SkipMoved /> } : {})} /> : <DetailsStep key={form.id} />;
}
