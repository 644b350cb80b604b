// What a domain announces of its servers (RFC 6186, RFC 8314 5.1), beside those that the account uses.
import type { Account } from '../../contract/model/accounts';
import type { SrvAnswers, SrvRecord } from '../discovery/srv';
import type { Shown } from './report';

const nameOf = ({ name }: Pick<SrvRecord, 'name'>): string => name.toLowerCase().replace(/\.$/, '');

/** Another port of the same host is no contradiction: both may be right. A target of "." says that the service is not there (RFC 2782). */
export function judgeSrv({ submissions, submission, imaps }: SrvAnswers, { smtp, imap }: Pick<Account, 'smtp' | 'imap'>): Shown {
  const sending = [...submissions, ...submission].filter((record) => nameOf(record) !== '');
  const reading = imaps.filter((record) => nameOf(record) !== '');
  if (sending.length === 0 && reading.length === 0) return { state: 'fine', finding: 'srv-none' };
  const facts = [...new Set([...sending, ...reading].map((record) => `${nameOf(record)}:${record.port}`))].slice(0, 8);
  const differs = (announced: readonly SrvRecord[], host: string): boolean =>
    announced.length > 0 && announced.every((record) => nameOf(record) !== host.toLowerCase());
  const isOther = differs(sending, smtp.host) || (imap !== null && differs(reading, imap.host));
  return isOther ? { state: 'attention', facts, finding: 'srv-differs' } : { state: 'fine', facts };
}
