// What a provider's error code stands for (RFC 6749 4.1.2.1 and 5.2).
import type { FailureCode } from '../../contract/failure';

/** `sign-in`: the answer from the browser, or to the code. `renewal`: the answer to the refresh token. */
export function refusalCode(error: string, moment: 'sign-in' | 'renewal'): FailureCode {
  switch (error) {
    case 'access_denied':
      return moment === 'sign-in' ? 'oauth-denied' : 'oauth-sign-in-again';
    // Revoked, run out, or used up; Microsoft says the second where the person has to prove anew who they are.
    case 'invalid_grant':
    case 'interaction_required':
    case 'login_required':
    case 'consent_required':
      return moment === 'sign-in' ? 'oauth-refused' : 'oauth-sign-in-again';
    case 'server_error':
    case 'temporarily_unavailable':
    case 'slow_down':
      return 'oauth-unavailable';
    default:
      return 'oauth-refused';
  }
}

const aboutPasswords: ReadonlySet<FailureCode> = new Set([
  'sign-in-refused',
  'imap-sign-in-refused',
  'app-password-needed',
  'oauth-needed',
]);

/** The server's word for a wrong password, where no password was shown to it. */
export const asTokenRefusal = (code: FailureCode): FailureCode => (aboutPasswords.has(code) ? 'oauth-refused' : code);
