// The signatures of one identity: which of them is open, and the way to one more.
import { Button } from '@mantine/core';
import { IconPlus } from '@tabler/icons-react';
import { useState } from 'react';
import type { Signature } from '../../../electron/contract/model/identities';
import { useStrings } from '../../strings/words';
import classes from './identities.module.css';
import { SignatureEditor } from './signature-editor';

type Props = {
  readonly accountId: string;
  readonly signatures: readonly Signature[];
  readonly onChange: (signatures: readonly Signature[]) => void;
};

export function SignatureList({ accountId, signatures, onChange }: Props) {
  const { identities } = useStrings();
  const [openId, setOpen] = useState(signatures[0]?.id ?? null);
  const open = signatures.find(({ id }) => id === openId) ?? null;
  const add = (): void => {
    const id = crypto.randomUUID();
    onChange([...signatures, { id, label: '', html: '', place: 'above-quote', use: signatures.length === 0 ? 'all' : 'answers' }]);
    setOpen(id);
  };
  return (
    <section className={classes.signatures} aria-label={identities.signatures}>
      <header className={classes.signaturesHead}>
        <h3 className={classes.heading}>{identities.signatures}</h3>
        {signatures.length > 1 &&
          signatures.map(({ id, label }) => (
            <Button
              key={id}
              size="compact-sm"
              variant={id === openId ? 'light' : 'subtle'}
              color={id === openId ? 'teal' : 'gray'}
              aria-pressed={id === openId}
              onClick={() => setOpen(id)}
            >
              {label === '' ? identities.unnamed : label}
            </Button>
          ))}
        <Button
          size="compact-sm"
          variant="subtle"
          className={classes.addSignature ?? ''}
          leftSection={<IconPlus size={14} stroke={2} aria-hidden />}
          onClick={add}
        >
          {identities.addSignature}
        </Button>
      </header>
      {signatures.length === 0 && <p className={classes.soft}>{identities.noSignatures}</p>}
      {open !== null && (
        <SignatureEditor
          key={open.id}
          accountId={accountId}
          signature={open}
          onChange={(changed) => onChange(signatures.map((one) => (one.id === changed.id ? changed : one)))}
          onRemove={() => {
            const left = signatures.filter(({ id }) => id !== open.id);
            setOpen(left[0]?.id ?? null);
            onChange(left);
          }}
        />
      )}
    </section>
  );
}
