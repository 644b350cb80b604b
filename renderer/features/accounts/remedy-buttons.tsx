// The buttons that do what the remedy of a failed step says.
import { Button } from '@mantine/core';
import { useState } from 'react';
import { useStrings } from '../../strings/words';
import { Field } from '../../ui/field';
import { ExternalLink } from '../frame/external-link';
import classes from './remedy-buttons.module.css';
import type { Remedy } from './remedies';

type Props = {
  readonly remedies: readonly Remedy[];
  readonly provider: string;
  readonly onRemedy: (remedy: Exclude<Remedy, { kind: 'link' | 'make-sent-folder' }>) => void;
  readonly onMakeSentFolder: (name: string) => void;
};

export function RemedyButtons({ remedies, provider, onRemedy, onMakeSentFolder }: Props) {
  const { accounts } = useStrings();
  return (
    <>
      {remedies.map((remedy) => {
        switch (remedy.kind) {
          case 'link':
            return (
              <span key={remedy.url} className={classes.link}>
                <ExternalLink url={remedy.url}>{accounts.makePassword(provider)}</ExternalLink>
              </span>
            );
          case 'make-sent-folder':
            return <MakeSentFolder key="folder" onMake={onMakeSentFolder} />;
          case 'edit':
            return (
              <Button key={remedy.field} variant="default" size="xs" onClick={() => onRemedy(remedy)}>
                {accounts.edit[remedy.field]}
              </Button>
            );
          case 'use-port':
            return (
              <Button key={remedy.port} size="xs" onClick={() => onRemedy(remedy)}>
                {accounts.usePort(remedy.port, accounts.securities[remedy.security])}
              </Button>
            );
          case 'retry':
            return (
              <Button key="retry" variant="default" size="xs" onClick={() => onRemedy(remedy)}>
                {accounts.tryAgain}
              </Button>
            );
        }
      })}
    </>
  );
}

function MakeSentFolder({ onMake }: { readonly onMake: (name: string) => void }) {
  const { accounts } = useStrings();
  const [name, setName] = useState(accounts.sentFolderProposal);
  return (
    <div className={classes.folder}>
      <Field label={accounts.sentFolderName} value={name} maxLength={200} onChange={setName} />
      <Button size="xs" disabled={name.trim() === ''} onClick={() => onMake(name.trim())}>
        {accounts.makeSentFolder}
      </Button>
    </div>
  );
}
