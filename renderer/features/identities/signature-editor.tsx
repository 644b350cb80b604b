// A signature being written: its text, with its pictures kept for every letter that begins with it, and where it stands.
import { IconTrash } from '@tabler/icons-react';
import type { Signature } from '../../../electron/contract/model/identities';
import { call } from '../../api';
import { useStrings } from '../../strings/words';
import { Choice } from '../../ui/choice';
import { Field } from '../../ui/field';
import { SmallEditor, Tool } from '../compose/small-editor';
import classes from './identities.module.css';

type Props = {
  readonly accountId: string;
  readonly signature: Signature;
  readonly onChange: (signature: Signature) => void;
  readonly onRemove: () => void;
};

export function SignatureEditor({ accountId, signature, onChange, onRemove }: Props) {
  const { identities } = useStrings();
  return (
    <div className={classes.signature}>
      <Field
        label={identities.signatureLabel}
        value={signature.label}
        maxLength={100}
        onChange={(label) => onChange({ ...signature, label })}
      />
      <SmallEditor
        id={signature.id}
        label={identities.signatureText}
        hint={identities.signatureHint}
        html={signature.html}
        keepPicture={(picture) => call('identities.keepPicture', { accountId, ...picture })}
        pictureFailed={identities.pictureFailed}
        onChange={(html) => onChange({ ...signature, html })}
        after={
          <Tool label={identities.removeSignature} onClick={onRemove}>
            <IconTrash size={18} stroke={1.75} aria-hidden />
          </Tool>
        }
      />
      <Choice
        label={identities.putInto}
        direction="row"
        value={signature.use}
        onChange={(use) => onChange({ ...signature, use })}
        options={(['all', 'new', 'answers'] as const).map((value) => ({ value, label: identities.uses[value] }))}
      />
      {signature.use !== 'new' && (
        <Choice
          label={identities.place}
          direction="row"
          value={signature.place}
          onChange={(place) => onChange({ ...signature, place })}
          options={(['above-quote', 'below-quote'] as const).map((value) => ({ value, label: identities.places[value] }))}
        />
      )}
    </div>
  );
}
