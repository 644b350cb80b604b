// The buttons that do what the remedy of a failed step says.
import { Button } from '@mantine/core';
import { type KeyboardEvent, useState } from 'react';
import type { TrustedCertificate } from '../../../electron/contract/model/way';
import { useStrings } from '../../strings/words';
import { Field } from '../../ui/field';
import { ExternalLink } from '../frame/external-link';
import type { Remedy } from './remedies';
import classes from './remedy-buttons.module.css';
import { TrustCertificate } from './trust-certificate';
import { isWayField } from './way-form';

/** What the page itself has to do: fields, ports, a sign-in, another try. */
export type PageRemedy = Exclude<Remedy, { kind: 'link' | 'page' | 'make-sent-folder' | 'trust' }>;

type Props = {
  readonly remedies: readonly Remedy[];
  readonly provider: string;
  readonly onRemedy: (remedy: PageRemedy) => void;
  readonly onMakeSentFolder: (name: string) => void;
  readonly onTrust: (pin: TrustedCertificate) => void;
};

export function RemedyButtons({ remedies, ...props }: Props) {
  return remedies.map((remedy) => <RemedyButton key={JSON.stringify(remedy)} remedy={remedy} {...props} />);
}

function RemedyButton({ remedy, provider, onRemedy, onMakeSentFolder, onTrust }: Omit<Props, 'remedies'> & { readonly remedy: Remedy }) {
  const { accounts, way } = useStrings();
  switch (remedy.kind) {
    case 'trust':
      return <TrustCertificate failure={remedy.failure} onTrust={onTrust} />;
    case 'link':
      return (
        <span className={classes.link}>
          <ExternalLink url={remedy.url}>{accounts.makePassword(provider)}</ExternalLink>
        </span>
      );
    case 'page':
      return (
        <span className={classes.link}>
          <ExternalLink url={remedy.url}>{accounts.browser.howTo}</ExternalLink>
        </span>
      );
    case 'sign-in':
      return (
        <Button size="xs" onClick={() => onRemedy(remedy)}>
          {accounts.browser.again}
        </Button>
      );
    case 'make-sent-folder':
      return <MakeSentFolder onMake={onMakeSentFolder} />;
    case 'edit':
      return (
        <Button variant="default" size="xs" onClick={() => onRemedy(remedy)}>
          {isWayField(remedy.field) ? way.edit[remedy.field] : accounts.edit[remedy.field]}
        </Button>
      );
    case 'use-port':
      return (
        <Button size="xs" onClick={() => onRemedy(remedy)}>
          {accounts.usePort(remedy.port, accounts.securities[remedy.security])}
        </Button>
      );
    case 'retry':
      return (
        <Button variant="default" size="xs" onClick={() => onRemedy(remedy)}>
          {accounts.tryAgain}
        </Button>
      );
  }
}

function MakeSentFolder({ onMake }: { readonly onMake: (name: string) => void }) {
  const { accounts } = useStrings();
  const [name, setName] = useState(accounts.sentFolderProposal);
  const make = (): void => onMake(name.trim());
  // It stands inside the account's form: Enter makes the folder and does not save the account.
  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.key !== 'Enter') return;
    event.preventDefault();
    if (name.trim() !== '') make();
  };
  return (
    <div className={classes.folder}>
      <Field label={accounts.sentFolderName} value={name} maxLength={200} onChange={setName} onKeyDown={onKeyDown} />
      <Button size="xs" disabled={name.trim() === ''} onClick={make}>
        {accounts.makeSentFolder}
      </Button>
    </div>
  );
}
