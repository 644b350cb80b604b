// A provider's name in words, and the two letters on its tile.
import { type ProviderId, providerIds } from '../../../electron/contract/model/accounts';
import { providers } from '../../../electron/domain/providers';
import type { Strings } from '../../strings/en';

export const providerTitle = (id: ProviderId, words: Strings['accounts']): string => providers[id].title ?? words.ownTitles[id] ?? id;

const initials: Readonly<Record<ProviderId, string>> = {
  gmail: 'Gm',
  outlook: 'Ou',
  hotmail: 'Ho',
  microsoft365: '365',
  yahoo: 'Ya',
  icloud: 'iC',
  fastmail: 'Fa',
  zoho: 'Zo',
  gmx: 'GX',
  sendgrid: 'SG',
  postmark: 'Po',
  mailjet: 'Mj',
  brevo: 'Br',
  ses: 'SES',
  mailtrap: 'Mt',
  other: '@',
  practice: '',
};
export const providerInitials = (id: ProviderId): string => initials[id];

/** As they stand in the wizard: the three that most people have, every other one, then the two of our own. */
export const tileOrder: readonly ProviderId[] = providerIds;
