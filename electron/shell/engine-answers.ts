// What the engine asks of the vault, of the system's proxy settings and of the browser, and the answers it gets.
import type { Result } from '../contract/failure';
import type { FromShell, ToShell } from '../contract/parent';

export type EngineAnswers = {
  /** A password from the vault: sent only when asked for, and kept nowhere here. */
  readonly secret: (accountId: string) => Promise<Result<string>>;
  /** The same for the account's proxy. */
  readonly proxyPassword: (accountId: string) => Promise<Result<string>>;
  /** Through which proxy the computer's own settings lead to a server. */
  readonly systemProxy: (place: { readonly host: string; readonly port: number }) => Promise<string>;
  /** For signing in with the browser. */
  readonly signIns: {
    readonly read: (accountId: string) => Promise<Result<string>>;
    readonly keep: (accountId: string, signIn: string | null) => Promise<Result<null>>;
    readonly openPage: (url: string) => Promise<Result<null>>;
  };
};

type Question = Extract<ToShell, { kind: 'secret' | 'proxy-password' | 'system-proxy' | 'read-sign-in' | 'keep-sign-in' | 'open-browser' }>;

/** The message that answers `question`. */
export async function answerEngine(question: Question, answers: EngineAnswers): Promise<FromShell> {
  const { id } = question;
  switch (question.kind) {
    case 'secret':
      return secretAnswer(id, await answers.secret(question.accountId));
    case 'proxy-password':
      return secretAnswer(id, await answers.proxyPassword(question.accountId));
    case 'system-proxy':
      return { kind: 'system-proxy', id, rule: await answers.systemProxy(question) };
    case 'read-sign-in': {
      const read = await answers.signIns.read(question.accountId);
      return read.ok
        ? { kind: 'sign-in', id, signIn: read.value, failure: null }
        : { kind: 'sign-in', id, signIn: null, failure: read.failure };
    }
    case 'keep-sign-in':
      return obeyedAnswer(id, await answers.signIns.keep(question.accountId, question.signIn));
    case 'open-browser':
      return obeyedAnswer(id, await answers.signIns.openPage(question.url));
  }
}

const secretAnswer = (id: number, secret: Result<string>): FromShell =>
  secret.ok
    ? { kind: 'secret', id, password: secret.value, failure: null }
    : { kind: 'secret', id, password: null, failure: secret.failure };

const obeyedAnswer = (id: number, done: Result<null>): FromShell => ({ kind: 'obeyed', id, failure: done.ok ? null : done.failure });
