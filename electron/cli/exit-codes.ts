// What the command line ends with: the codes of sysexits.h, which mail programs have shared for decades.
import type { FailureCode } from '../contract/failure';
import type { OutboxItem } from '../contract/model/outbox';

export const exits = {
  ok: 0,
  usage: 64,
  dataError: 65,
  noInput: 66,
  noUser: 67,
  unavailable: 69,
  software: 70,
  ioError: 74,
  tempFail: 75,
  protocol: 76,
  noPermission: 77,
  config: 78,
} as const;

const byFailure: Partial<Record<FailureCode, number>> = {
  'invalid-input': exits.usage,
  'no-recipient': exits.usage,
  'account-missing': exits.config,
  'identity-missing': exits.config,
  'option-invalid': exits.dataError,
  'address-invalid': exits.dataError,
  'message-too-large': exits.dataError,
  'message-refused': exits.dataError,
  'attachment-missing': exits.noInput,
  'attachment-unreadable': exits.noInput,
  'attachment-is-folder': exits.noInput,
  'recipients-refused': exits.noUser,
  'some-recipients-refused': exits.noUser,
  'sender-refused': exits.noPermission,
  'relay-denied': exits.noPermission,
  'sign-in-refused': exits.noPermission,
  'sign-in-method': exits.noPermission,
  'sign-in-not-offered': exits.noPermission,
  'app-password-needed': exits.noPermission,
  'oauth-needed': exits.noPermission,
  'secret-missing': exits.noPermission,
  'vault-unreadable': exits.noPermission,
  'vault-unavailable': exits.noPermission,
  'disk-full': exits.ioError,
  'disk-read-only': exits.ioError,
  'disk-error': exits.ioError,
  'database-damaged': exits.config,
  'database-newer': exits.config,
  'profile-in-use': exits.tempFail,
  'outcome-unknown': exits.protocol,
  'certificate-expired': exits.protocol,
  'certificate-not-yet-valid': exits.protocol,
  'certificate-name': exits.protocol,
  'certificate-untrusted': exits.protocol,
  'certificate-changed': exits.protocol,
  'proxy-sign-in': exits.noPermission,
  'encryption-refused': exits.protocol,
  'encryption-failed': exits.protocol,
  'wrong-security': exits.protocol,
  internal: exits.software,
  'engine-restarted': exits.software,
};

export const exitOfFailure = (code: FailureCode): number => byFailure[code] ?? exits.unavailable;

/** A message that stays in the outbox and goes later is a temporary failure to whoever waits for it. */
export function exitOfItem({ state, failure }: Pick<OutboxItem, 'state' | 'failure'>): number {
  switch (state) {
    case 'accepted':
      return exits.ok;
    case 'uncertain':
      return exits.protocol;
    case 'failed':
    case 'partly':
      return failure === null ? exits.unavailable : exitOfFailure(failure.code);
    case 'held':
    case 'scheduled':
    case 'kept':
    case 'queued':
    case 'sending':
    case 'deferred':
    case 'cancelled':
      return failure === null || exitOfFailure(failure.code) !== exits.noPermission ? exits.tempFail : exits.noPermission;
  }
}
