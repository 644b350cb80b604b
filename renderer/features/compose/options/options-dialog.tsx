// The options of a letter. Each takes effect as it is set; there is nothing to save.
import { Button, Modal } from '@mantine/core';
import { parseAddress } from '../../../../electron/domain/addresses';
import { type Identity, senderOf } from '../../../../electron/domain/identities/identity';
import { useStrings } from '../../../strings/words';
import { Choice, Toggle } from '../../../ui/choice';
import { Field } from '../../../ui/field';
import { providerTitle } from '../../accounts/provider-names';
import { useAccount } from '../../frame/session';
import classes from './options.module.css';
import { OwnHeaders } from './own-headers';
import { ReportChoice } from './report-choice';
import type { Options } from './use-options';

export type OptionsDialogProps = {
  readonly options: Options;
  /** From where the letter goes; null: not chosen yet. */
  readonly identity: Identity | null;
};

export function OptionsDialog({ options, identity }: OptionsDialogProps) {
  const { accounts, frame, letterOptions } = useStrings();
  const { value, change } = options;
  const close = (): void => options.setOpen(false);
  const account = useAccount(identity?.accountId ?? null);
  const sender = account === null || identity === null ? null : senderOf(account, identity);
  const replyTo = value.replyTo ?? '';
  const isBad = replyTo.trim() !== '' && parseAddress(replyTo).kind !== 'good';
  const filesItself = account?.sentPolicy === 'server';
  return (
    <Modal
      opened={options.isOpen}
      onClose={close}
      title={letterOptions.title}
      closeButtonProps={{ 'aria-label': frame.close }}
      size={520}
      centered
    >
      <div className={classes.form}>
        <Choice
          label={letterOptions.priority}
          direction="row"
          value={value.priority ?? 'usual'}
          options={(['usual', 'high', 'low'] as const).map((each) => ({ value: each, label: letterOptions.priorities[each] }))}
          onChange={(chosen) => change({ priority: chosen === 'usual' ? undefined : chosen })}
        />
        <Field
          label={letterOptions.replyTo}
          value={replyTo}
          maxLength={320}
          inputMode="email"
          autoComplete="off"
          hint={identity === null ? undefined : letterOptions.replyToHint(identity.replyTo.trim() || identity.address)}
          error={isBad ? letterOptions.replyToBad : undefined}
          onChange={(typed) => change({ replyTo: typed === '' ? undefined : typed })}
        />
        <ReportChoice value={value.deliveryReport} sender={sender} onChange={(deliveryReport) => change({ deliveryReport })} />
        <Toggle
          label={letterOptions.receipt}
          hint={letterOptions.receiptHint}
          isOn={value.wantsReadReceipt === true}
          onChange={(wantsReadReceipt) => change({ wantsReadReceipt })}
        />
        <Toggle
          label={letterOptions.noCopy}
          hint={
            filesItself && account !== null
              ? letterOptions.noCopyServer(providerTitle(account.provider, accounts))
              : letterOptions.noCopyHint
          }
          isOn={value.keepsNoCopy === true}
          onChange={(keepsNoCopy) => change({ keepsNoCopy })}
        />
        <OwnHeaders headers={value.headers ?? []} onChange={(headers) => change({ headers: headers.length === 0 ? undefined : headers })} />
        <div className={classes.end}>
          <Button onClick={close}>{letterOptions.done}</Button>
        </div>
      </div>
    </Modal>
  );
}
