// The words after the program's name: which command, with which options.
import { parseArgs } from 'node:util';
import type { Security } from '../contract/model/accounts';
import { type Place, readPlace } from './place';

export type Common = {
  /** As typed; null: the usual profile. */
  readonly profile: string | null;
  readonly isJson: boolean;
  /** BCP 47; null: the system's. */
  readonly language: string | null;
  /** The first line of standard input is the password. */
  readonly hasPassword: boolean;
};
export type SendCommand = Common & {
  readonly kind: 'send';
  /** An account's address or id; null: the default one. */
  readonly from: string | null;
  readonly to: readonly string[];
  readonly cc: readonly string[];
  readonly bcc: readonly string[];
  readonly subject: string;
  readonly files: readonly string[];
  /** Waits until the server has taken it, or has not. */
  readonly waits: boolean;
};
export type Command =
  | SendCommand
  | (Common & { readonly kind: 'outbox'; readonly action: 'list' | 'retry' | 'cancel'; readonly ids: readonly string[] })
  | (Common & {
      readonly kind: 'doctor';
      readonly address: string;
      readonly smtp: Place | null;
      readonly imap: Place | null;
      /** Who signs in there; null: as in the account, or the address. */
      readonly user: string | null;
      /** Sends a message to the address itself. */
      readonly sendsMessage: boolean;
    })
  | (Common & { readonly kind: 'help' });

export type Parsed = { readonly ok: true; readonly command: Command } | { readonly ok: false; readonly problem: string };

const options = {
  from: { type: 'string' },
  to: { type: 'string', multiple: true },
  cc: { type: 'string', multiple: true },
  bcc: { type: 'string', multiple: true },
  subject: { type: 'string' },
  attach: { type: 'string', multiple: true },
  'no-wait': { type: 'boolean' },
  smtp: { type: 'string' },
  'smtp-security': { type: 'string' },
  imap: { type: 'string' },
  'imap-security': { type: 'string' },
  user: { type: 'string' },
  message: { type: 'boolean' },
  'password-stdin': { type: 'boolean' },
  profile: { type: 'string' },
  lang: { type: 'string' },
  json: { type: 'boolean' },
  help: { type: 'boolean', short: 'h' },
} as const;

/** `argv` without the program's own name. The problem is Node's own sentence, which names the word it is about. */
export function parseCommand(argv: readonly string[]): Parsed {
  try {
    const { values, positionals } = parseArgs({ args: [...argv], options, allowPositionals: true, strict: true });
    const common: Common = {
      profile: values.profile ?? null,
      isJson: values.json ?? false,
      language: values.lang ?? null,
      hasPassword: values['password-stdin'] ?? false,
    };
    const [kind, ...rest] = positionals;
    if (values.help === true || kind === undefined || kind === 'help') return { ok: true, command: { ...common, kind: 'help' } };
    if (kind === 'outbox') {
      const [action = 'list', ...ids] = rest;
      if (action !== 'list' && action !== 'retry' && action !== 'cancel') return { ok: false, problem: `outbox ${action}?` };
      if (action !== 'list' && ids.length === 0) return { ok: false, problem: `outbox ${action} ID...` };
      return { ok: true, command: { ...common, kind, action, ids } };
    }
    if (kind === 'doctor') {
      const [address] = rest;
      if (address === undefined || rest.length > 1) return { ok: false, problem: 'doctor ADDRESS' };
      const smtp = placeOf('smtp', values);
      if (!smtp.ok) return smtp;
      const imap = placeOf('imap', values);
      if (!imap.ok) return imap;
      const { user = null, message = false } = values;
      return { ok: true, command: { ...common, kind, address, smtp: smtp.place, imap: imap.place, user, sendsMessage: message } };
    }
    if (kind !== 'send' || rest.length > 0) return { ok: false, problem: [kind, ...rest].join(' ') };
    return {
      ok: true,
      command: {
        ...common,
        kind,
        from: values.from ?? null,
        to: values.to ?? [],
        cc: values.cc ?? [],
        bcc: values.bcc ?? [],
        subject: values.subject ?? '',
        files: values.attach ?? [],
        waits: values['no-wait'] !== true,
      },
    };
  } catch (error) {
    return { ok: false, problem: error instanceof Error ? error.message : '' };
  }
}

type PlaceName = 'smtp' | 'imap';
type PlaceWords = { readonly [Name in PlaceName | `${PlaceName}-security`]?: string | undefined };
type PlaceRead = { readonly ok: true; readonly place: Place | null } | { readonly ok: false; readonly problem: string };

/** Of --smtp or --imap, with the security that was said or that goes with the port. */
function placeOf(name: PlaceName, { [name]: text, [`${name}-security` as const]: security }: PlaceWords): PlaceRead {
  if (text === undefined) return security === undefined ? { ok: true, place: null } : { ok: false, problem: `--${name}-security` };
  if (security !== undefined && !isSecurity(security)) return { ok: false, problem: `--${name}-security ${security}` };
  const place = readPlace(text, name, security ?? null);
  return place === null ? { ok: false, problem: `--${name} ${text}` } : { ok: true, place };
}

const isSecurity = (text: string): text is Security => text === 'tls' || text === 'starttls';
