// What can be wrong with a domain, as the doctor finds it by a message that arrived: the domain's records, the delivery, the verdict.
import type { DoctorFinding, DoctorStep, DoctorStepId } from '../../electron/contract/model/doctor';
import { type Delivery, publishedKey } from './delivery';

type Records = Readonly<Record<string, string>>;
export type DomainCase = {
  readonly name: string;
  /** TXT records by name. */
  readonly records: (domain: string) => Records;
  readonly delivery: Delivery;
  readonly step: DoctorStepId;
  readonly state: DoctorStep['state'];
  readonly says: DoctorFinding;
  /** What the domain's owner can paste; null: nothing. */
  readonly paste: ((domain: string) => { readonly name: string; readonly value: string }) | null;
};

const spf = (domain: string, value = 'v=spf1 ip4:203.0.113.5 -all'): Records => ({ [domain]: value });
const dmarc = (domain: string, value = 'v=DMARC1; p=reject'): Records => ({ [`_dmarc.${domain}`]: value });
const key = (domain: string): Records => ({ [`s1._domainkey.${domain}`]: publishedKey });
const pasteSpf = (value: string) => (domain: string) => ({ name: domain, value });
/** A relay hands it over, with a bounce domain of its own. */
const byRelay =
  'Return-Path: <0102@bounces.relay.test>\r\nReceived: from out.relay.test (out.relay.test [198.51.100.9]) by mx.example.test with ESMTPS id 1\r\n';

export const domainCases: readonly DomainCase[] = [
  {
    name: 'a server that SPF forbids',
    records: (domain) => ({ ...spf(domain), ...dmarc(domain), ...key(domain) }),
    delivery: { ip: '198.51.100.9' },
    step: 'spf',
    state: 'broken',
    says: 'spf-fails',
    paste: pasteSpf('v=spf1 ip4:203.0.113.5 ip4:198.51.100.9 -all'),
  },
  {
    name: 'a domain without SPF',
    records: (domain) => ({ ...dmarc(domain), ...key(domain) }),
    delivery: {},
    step: 'spf',
    state: 'attention',
    says: 'spf-missing',
    paste: pasteSpf('v=spf1 mx ~all'),
  },
  {
    name: 'an SPF that is undecided',
    records: (domain) => ({ ...spf(domain, 'v=spf1 ip4:192.0.2.1 ~all'), ...dmarc(domain), ...key(domain) }),
    delivery: {},
    step: 'spf',
    state: 'attention',
    says: 'spf-weak',
    paste: pasteSpf('v=spf1 ip4:192.0.2.1 ip4:203.0.113.5 ~all'),
  },
  {
    name: 'an SPF that breaks the rules',
    records: (domain) => ({ ...spf(domain, 'v=spf1 ipv4:oops -all'), ...dmarc(domain), ...key(domain) }),
    delivery: {},
    step: 'spf',
    state: 'broken',
    says: 'spf-invalid',
    paste: null,
  },
  {
    name: 'an SPF that speaks for the relay’s bounce domain only',
    records: (domain) => ({ ...dmarc(domain), ...key(domain), 'bounces.relay.test': 'v=spf1 ip4:198.51.100.9 -all' }),
    delivery: { lines: byRelay },
    step: 'spf',
    state: 'attention',
    says: 'spf-other-domain',
    paste: null,
  },
  {
    name: 'a message that never left the provider',
    records: (domain) => ({ ...spf(domain), ...dmarc(domain), ...key(domain) }),
    delivery: { lines: 'Received: from [127.0.0.1] (dsl.example.net [81.2.3.4]) by mail.example.test (Postfix) with ESMTPSA id 4X\r\n' },
    step: 'spf',
    state: 'skipped',
    says: 'stayed-inside',
    paste: null,
  },
  {
    name: 'a message without a signature',
    records: (domain) => ({ ...spf(domain), ...dmarc(domain) }),
    delivery: { signs: false },
    step: 'dkim',
    state: 'attention',
    says: 'dkim-missing',
    paste: null,
  },
  {
    name: 'a message that was changed on its way',
    records: (domain) => ({ ...spf(domain), ...dmarc(domain), ...key(domain) }),
    delivery: { change: (text) => `${text}And one line more.\r\n` },
    step: 'dkim',
    state: 'broken',
    says: 'dkim-fails',
    paste: null,
  },
  {
    name: 'a key that is not published',
    records: (domain) => ({ ...spf(domain), ...dmarc(domain) }),
    delivery: {},
    step: 'dkim',
    state: 'broken',
    says: 'dkim-fails',
    paste: null,
  },
  {
    name: 'a signature of another domain',
    records: (domain) => ({ ...spf(domain), ...dmarc(domain), ...key('relay.test') }),
    delivery: { signedBy: 'relay.test' },
    step: 'dkim',
    state: 'attention',
    says: 'dkim-other-domain',
    paste: null,
  },
  {
    name: 'a message that fails both, where DMARC rejects',
    records: (domain) => ({ ...spf(domain), ...dmarc(domain) }),
    delivery: { ip: '198.51.100.9', signs: false },
    step: 'dmarc',
    state: 'broken',
    says: 'dmarc-fails',
    paste: null,
  },
  {
    name: 'a domain without DMARC',
    records: (domain) => ({ ...spf(domain), ...key(domain) }),
    delivery: {},
    step: 'dmarc',
    state: 'attention',
    says: 'dmarc-missing',
    paste: (domain) => ({ name: `_dmarc.${domain}`, value: `v=DMARC1; p=none; rua=mailto:alice@${domain}` }),
  },
  {
    name: 'a DMARC that only asks for reports',
    records: (domain) => ({ ...spf(domain), ...key(domain), ...dmarc(domain, 'v=DMARC1; p=none') }),
    delivery: {},
    step: 'dmarc',
    state: 'attention',
    says: 'dmarc-none',
    paste: (domain) => ({ name: `_dmarc.${domain}`, value: 'v=DMARC1; p=quarantine' }),
  },
];
