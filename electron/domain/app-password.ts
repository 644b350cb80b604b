// App passwords by their shape: providers show them in groups, and people copy the gaps along.
import type { ProviderId } from '../contract/model/accounts';

type Shape = { readonly groups: RegExp /** Without gaps. */; readonly whole: RegExp };

/**
 * Google and Yahoo: sixteen letters in fours. Fastmail: letters and digits. Apple keeps its hyphens: they are part of it. Zoho: twelve
 * letters and digits. GMX does not say of what kind its own are, and takes people's own passwords too: those are sent as they are typed.
 */
const letters: Shape = { groups: /^[a-z]{4}(?:[\s\u00a0]+[a-z]{4}){3}$/, whole: /^[a-z]{16}$/ };
const fastmail: Shape = { groups: /^[a-z0-9]{4}(?:[\s\u00a0]+[a-z0-9]{4}){3}$/, whole: /^[a-z0-9]{16}$/ };
const apple: Shape = {
  groups: /^[a-z]{4}[\s\u00a0-]+[a-z]{4}[\s\u00a0-]+[a-z]{4}[\s\u00a0-]+[a-z]{4}$/,
  whole: /^[a-z]{4}(?:-[a-z]{4}){3}$/,
};

const zoho: Shape = { groups: /^[A-Za-z0-9]{4}(?:[\s\u00a0]+[A-Za-z0-9]{4}){2}$/, whole: /^[A-Za-z0-9]{12}$/ };

const shapes: Readonly<Partial<Record<ProviderId, Shape>>> = { gmail: letters, yahoo: letters, fastmail, icloud: apple, zoho };
/** Where a password of one's own does as well: what has not the shape may be right, and twelve letters may be either. */
const takesOwn: ReadonlySet<ProviderId> = new Set(['zoho']);

const withoutGaps = (provider: ProviderId, text: string): string =>
  provider === 'icloud' ? (text.match(/[a-z]{4}/g) ?? []).join('-') : text.replace(/[\s\u00a0]+/g, '');

/** What is sent: an app password without the gaps it was shown with; anything else as it was typed, spaces and all. */
export function cleanPassword(provider: ProviderId, text: string): string {
  const shape = shapes[provider];
  const trimmed = text.trim();
  if (shape === undefined) return text;
  return shape.groups.test(trimmed) || shape.whole.test(trimmed) ? withoutGaps(provider, trimmed) : text;
}

/**
 * `app`: has the shape of the provider's app passwords. `other`: long enough to tell that it has not.
 * Null: too little has been typed, or the provider's have no shape that is known.
 */
export function passwordShape(provider: ProviderId, text: string): 'app' | 'other' | null {
  const shape = shapes[provider];
  const trimmed = text.trim();
  if (shape === undefined || trimmed === '') return null;
  if (shape.groups.test(trimmed)) return 'app';
  if (takesOwn.has(provider)) return null;
  if (shape.whole.test(trimmed)) return 'app';
  return /[^a-z0-9\s\u00a0-]/.test(trimmed) || (shape !== fastmail && /\d/.test(trimmed)) || trimmed.length > 22 ? 'other' : null;
}
