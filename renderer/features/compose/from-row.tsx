// From which address the letter goes, and with which signature: the system's own choice lists, drawn as text.
import { Button } from '@mantine/core';
import { IconChevronDown } from '@tabler/icons-react';
import { type Editor, useEditorState } from '@tiptap/react';
import type { ReactNode } from 'react';
import { type Identity, identitiesOf } from '../../../electron/domain/identities/identity';
import { useStrings } from '../../strings/words';
import { NEW_ACCOUNT, open } from '../frame/navigation';
import { useAccounts } from '../frame/session';
import classes from './composer.module.css';
import { FromNote } from './from-note';
import { signatureIn } from './signature-node';
import type { LetterIdentity } from './use-identity';

type Props = { readonly from: LetterIdentity; readonly editor: Editor; readonly problem: string | null };

/** Two accounts may have an identity of one name. */
const keyOf = ({ accountId, id }: Identity): string => `${accountId} ${id}`;
const wordsOf = ({ name, address }: Identity): string => (name === '' ? address : `${name} <${address}>`);

export function FromRow({ from, editor, problem }: Props) {
  const { compose } = useStrings();
  const accounts = useAccounts();
  const { identity, choose } = from;
  const all = accounts.map((account) => [account.address, identitiesOf(account)] as const);
  const hasGroups = accounts.length > 1 && all.some(([, identities]) => identities.length > 1);
  const options = (identities: readonly Identity[]): ReactNode =>
    identities.map((one) => (
      <option key={keyOf(one)} value={keyOf(one)}>
        {wordsOf(one)}
      </option>
    ));
  if (accounts.length === 0) {
    return (
      <div className={classes.row}>
        <span className={classes.label}>{compose.from}</span>
        <span className={classes.noAccount}>{compose.noAccount}</span>
        <Button variant="subtle" size="compact-sm" onClick={() => open('accounts', NEW_ACCOUNT)}>
          {compose.addAccount}
        </Button>
      </div>
    );
  }
  return (
    <div className={classes.row} data-tall>
      <span className={classes.label} aria-hidden>
        {compose.from}
      </span>
      <div className={classes.from}>
        <span className={classes.chooser}>
          <select
            className={classes.select}
            aria-label={compose.from}
            aria-invalid={problem !== null}
            value={identity === null ? '' : keyOf(identity)}
            onChange={(event) => {
              const chosen = all.flatMap(([, identities]) => identities).find((one) => keyOf(one) === event.currentTarget.value);
              if (chosen !== undefined) choose(chosen);
            }}
          >
            {identity === null && (
              <option value="" disabled>
                {compose.chooseAccount}
              </option>
            )}
            {hasGroups
              ? all.map(([address, identities]) => (
                  <optgroup key={identities[0]?.accountId ?? address} label={address}>
                    {options(identities)}
                  </optgroup>
                ))
              : all.map(([, identities]) => options(identities))}
          </select>
          <IconChevronDown className={classes.chevron} size={14} stroke={2} aria-hidden />
        </span>
        {problem !== null && (
          <p className={classes.problem} role="alert">
            {problem}
          </p>
        )}
        <FromNote from={from} />
      </div>
      {identity !== null && identity.signatures.length > 0 && <SignatureChoice from={from} identity={identity} editor={editor} />}
    </div>
  );
}

function SignatureChoice({
  from,
  identity: { signatures },
  editor,
}: {
  readonly from: LetterIdentity;
  readonly identity: Identity;
  readonly editor: Editor;
}) {
  const { identities } = useStrings();
  const current = useEditorState({ editor, selector: ({ editor: now }) => signatureIn(now) });
  const isKnown = signatures.some(({ id }) => id === current);
  return (
    <span className={classes.chooser} data-quiet>
      <select
        className={classes.select}
        aria-label={identities.signature}
        value={current === null ? '' : isKnown ? current : 'other'}
        onChange={(event) => from.sign(signatures.find(({ id }) => id === event.currentTarget.value) ?? null)}
      >
        <option value="">{identities.noSignature}</option>
        {current !== null && !isKnown && (
          <option value="other" disabled>
            {identities.signature}
          </option>
        )}
        {signatures.map(({ id, label }) => (
          <option key={id} value={id}>
            {label === '' ? identities.signature : label}
          </option>
        ))}
      </select>
      <IconChevronDown className={classes.chevron} size={14} stroke={2} aria-hidden />
    </span>
  );
}
