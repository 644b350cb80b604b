// How an account's mail is sent: for how long a temporary refusal is tried again, over how many connections, and whether drafts lie on the server too.
import { useStrings } from '../../strings/words';
import { Choice, Toggle } from '../../ui/choice';
import type { AccountForm } from './account-form';

type Props = { readonly form: AccountForm; readonly onChange: (form: AccountForm) => void };

const hours = ['4', '24', '48', '120'] as const;
const counts = ['usual', '1', '2', '4', '10'] as const;
const usualHours = 48;

export function SendingChoices({ form, onChange }: Props) {
  const { accounts, drafts } = useStrings();
  const chosenHours = hours.find((value) => Number(value) >= (form.patienceHours ?? usualHours)) ?? '120';
  const chosenCount = form.connections === null ? 'usual' : (counts.find((value) => Number(value) >= (form.connections ?? 0)) ?? '10');
  return (
    <>
      <Choice
        label={accounts.patience}
        direction="row"
        value={chosenHours}
        onChange={(value) => onChange({ ...form, patienceHours: Number(value) === usualHours ? null : Number(value) })}
        options={hours.map((value) => ({ value, label: accounts.patienceHours(Number(value)) }))}
      />
      <Choice
        label={accounts.connectionsAtATime}
        direction="row"
        value={chosenCount}
        onChange={(value) => onChange({ ...form, connections: value === 'usual' ? null : Number(value) })}
        options={counts.map((value) => ({ value, label: value === 'usual' ? accounts.usualConnections : value }))}
      />
      {form.imap !== null && (
        <Toggle
          label={drafts.onServer}
          hint={drafts.onServerHint}
          isOn={form.keepsDraftsOnServer}
          onChange={(keepsDraftsOnServer) => onChange({ ...form, keepsDraftsOnServer })}
        />
      )}
    </>
  );
}
