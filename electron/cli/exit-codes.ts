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

/** In the order of contract/failure.ts, each of them: a script has to tell who must sign in from who may try again. */
const byFailure: Readonly<Record<FailureCode, number>> = {
  'engine-restarted': exits.software,
  'engine-unavailable': exits.software,
  'invalid-input': exits.usage,
  'not-found': exits.unavailable,
  'not-possible-now': exits.unavailable,
  cancelled: exits.tempFail,
  internal: exits.software,
  'disk-full': exits.ioError,
  'disk-read-only': exits.ioError,
  'disk-error': exits.ioError,
  'database-damaged': exits.config,
  'database-newer': exits.config,
  'hosts-unconfirmed': exits.config,
  'profile-in-use': exits.tempFail,
  'secret-missing': exits.noPermission,
  'vault-unreadable': exits.noPermission,
  'vault-unavailable': exits.noPermission,
  offline: exits.unavailable,
  'dns-failed': exits.unavailable,
  'connect-refused': exits.unavailable,
  'connect-timeout': exits.unavailable,
  'greeting-timeout': exits.unavailable,
  'connection-lost': exits.unavailable,
  'not-mail-server': exits.unavailable,
  'wrong-security': exits.protocol,
  'proxy-unreachable': exits.unavailable,
  'proxy-silent': exits.unavailable,
  'proxy-sign-in': exits.noPermission,
  'proxy-refused': exits.unavailable,
  'not-a-proxy': exits.config,
  'encryption-refused': exits.protocol,
  'encryption-failed': exits.protocol,
  'certificate-expired': exits.protocol,
  'certificate-not-yet-valid': exits.protocol,
  'certificate-name': exits.protocol,
  'certificate-untrusted': exits.protocol,
  'certificate-changed': exits.protocol,
  'sign-in-not-offered': exits.noPermission,
  'sign-in-method': exits.noPermission,
  'sign-in-refused': exits.noPermission,
  'app-password-needed': exits.noPermission,
  'sign-in-temporary': exits.unavailable,
  'oauth-needed': exits.noPermission,
  'smtp-auth-disabled': exits.noPermission,
  'oauth-client-missing': exits.config,
  'oauth-denied': exits.noPermission,
  'oauth-timed-out': exits.noPermission,
  'oauth-mismatch': exits.noPermission,
  'oauth-refused': exits.noPermission,
  'oauth-sign-in-again': exits.noPermission,
  'oauth-unavailable': exits.unavailable,
  'sender-refused': exits.noPermission,
  'relay-denied': exits.noPermission,
  'recipients-refused': exits.noUser,
  'some-recipients-refused': exits.noUser,
  'temporarily-refused': exits.unavailable,
  'message-too-large': exits.dataError,
  'message-refused': exits.dataError,
  'server-busy': exits.unavailable,
  'outcome-unknown': exits.protocol,
  'changed-on-disk': exits.ioError,
  'schedule-missed': exits.unavailable,
  'crashed-thrice': exits.software,
  'imap-sign-in-refused': exits.noPermission,
  'imap-unavailable': exits.unavailable,
  'no-sent-folder': exits.unavailable,
  'append-over-quota': exits.unavailable,
  'append-too-large': exits.unavailable,
  'append-refused': exits.unavailable,
  'no-recipient': exits.usage,
  'address-invalid': exits.dataError,
  'option-invalid': exits.dataError,
  'attachment-is-folder': exits.noInput,
  'attachment-unreadable': exits.noInput,
  'not-a-letter': exits.dataError,
  'letter-too-large': exits.dataError,
  'attachment-missing': exits.noInput,
  'picture-unreadable': exits.noInput,
  'picture-kind-unread': exits.noInput,
  'picture-too-large': exits.dataError,
  'folder-too-large': exits.dataError,
  'folder-empty': exits.noInput,
  'draft-changed': exits.unavailable,
  'account-missing': exits.config,
  'identity-missing': exits.config,
};

export const exitOfFailure = (code: FailureCode): number => byFailure[code];

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
      return failure !== null && isForAPerson(failure.code) ? exitOfFailure(failure.code) : exits.tempFail;
  }
}

/** It waits, and for somebody who signs in or mends the settings: time alone does not help. */
const isForAPerson = (code: FailureCode): boolean => byFailure[code] === exits.noPermission || byFailure[code] === exits.config;
