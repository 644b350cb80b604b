// The doctor for what is being filled in and not saved yet: offered beside the check, opened when somebody wants to know more.
import { Button } from '@mantine/core';
import { Suspense, useState } from 'react';
import { withPin } from '../../../electron/domain/way/pins';
import { useStrings } from '../../strings/words';
import { LateDoctor } from '../doctor/lazy-doctor';
import type { Subject } from '../doctor/use-doctor';
import type { AccountForm } from './account-form';
import type { PageRemedy } from './remedy-buttons';
import classes from './wizard.module.css';
import { setForm } from './wizard-store';

type Props = {
  readonly form: AccountForm;
  readonly subject: () => Subject | null;
  readonly onRemedy: (remedy: PageRemedy) => void;
};

export function WizardDoctor({ form, subject, onRemedy }: Props) {
  const { doctor } = useStrings();
  const [isOpen, setOpen] = useState(false);
  if (!isOpen) {
    return (
      <p className={classes.later}>
        <Button variant="subtle" size="compact-sm" px={2} onClick={() => setOpen(true)}>
          {doctor.look}
        </Button>
      </p>
    );
  }
  return (
    <Suspense fallback={null}>
      <div className={classes.later}>
        <LateDoctor
          subject={subject}
          onRemedy={onRemedy}
          onTrust={async (pin) => {
            setForm({ ...form, trustedCertificates: withPin(form.trustedCertificates, pin) });
            return true;
          }}
          onSentFolder={async (sentFolder) => {
            setForm({ ...form, sentFolder });
            return true;
          }}
        />
      </div>
    </Suspense>
  );
}
