// The doctor: what each step is, what was found, and what to do, in English.
import type { DoctorFinding, DoctorStep, DoctorStepId } from '../../../electron/contract/model/doctor';

export type FindingWords = { readonly says: string; readonly remedy: string };

const steps: Readonly<Record<DoctorStepId, string>> = {
  'dns-smtp': 'Name of the outgoing server',
  'dns-imap': 'Name of the incoming server',
  srv: 'SRV: the servers your domain names',
  'port-465': 'Port 465 (TLS)',
  'port-587': 'Port 587 (STARTTLS)',
  'port-2525': 'Port 2525',
  'port-25': 'Port 25',
  'port-993': 'Port 993 (IMAP, TLS)',
  'port-143': 'Port 143 (IMAP)',
  'smtp-tls': 'Connection and encryption',
  'smtp-hello': 'Greeting and abilities',
  'smtp-sign-in': 'Sign-in to send',
  'smtp-sender': 'Permission to send from this address',
  'imap-tls': 'Connection to the mailbox',
  'imap-sign-in': 'Sign-in to the mailbox',
  'sent-folder': 'Sent folder',
  arrival: 'A message to yourself',
  spf: 'SPF: who may send for your domain',
  dkim: 'DKIM: the signature of your domain',
  dmarc: 'DMARC: what receivers do with forgeries',
  mx: 'MX: where answers go',
};

const states: Readonly<Record<DoctorStep['state'], string>> = {
  waiting: 'not yet',
  running: 'under way',
  fine: 'fine',
  attention: 'could be better',
  broken: 'broken',
  skipped: 'not examined',
};

const findings: Readonly<Record<DoctorFinding, FindingWords>> = {
  'port-closed': { says: 'Nobody answers on this port.', remedy: 'Check the port with your provider.' },
  'port-hangs': {
    says: 'Nothing comes back from this port.',
    remedy: 'A firewall or your network operator may block it. Try another network or port.',
  },
  'port-other-open': { says: 'This port is shut, another one of the same server is open.', remedy: 'Switch to the open port.' },
  'certificate-soon': { says: 'The certificate ends within two weeks.', remedy: 'Whoever looks after the server should renew it.' },
  'foreign-root': {
    says: 'The certificate comes from an authority that browsers do not know.',
    remedy:
      'That is right for a company’s own server. At a public provider it means that a program or network reads along, often an antivirus program.',
  },
  'not-arrived': {
    says: 'The message was accepted but did not arrive within a minute.',
    remedy: 'Look into the spam folder, and again later.',
  },
  'stayed-inside': {
    says: 'The message never left your provider, so this can’t be judged from it.',
    remedy: 'Write to an address at another provider and look there.',
  },
  'spf-missing': {
    says: 'Your domain does not say who may send for it.',
    remedy: 'Add this record, so that receivers trust your mail more.',
  },
  'spf-fails': {
    says: 'Your domain forbids the server that sent this.',
    remedy: 'Add the server to the record, or send through the one it names.',
  },
  'spf-weak': { says: 'Your domain is undecided about the server that sent this.', remedy: 'Name the server in the record.' },
  'spf-invalid': {
    says: 'Your domain’s SPF record breaks the rules, so it counts for nobody.',
    remedy: 'There may be two of them, a typing mistake, or more than ten look-ups. Ask whoever looks after the domain.',
  },
  'spf-other-domain': {
    says: 'Bounces go to a domain of your provider, and SPF passes for that one. It says nothing about your own.',
    remedy: 'Receivers then go by DKIM alone. Set up a bounce domain of your own where your provider offers one.',
  },
  'spf-other-domain-fails': {
    says: 'Bounces go to a domain of your provider, and that domain does not stand by the server that sent this.',
    remedy: 'Your provider has to mend it: send them this report.',
  },
  'dns-silent': { says: 'The DNS gave no answer, so this can’t be judged.', remedy: 'Examine again later.' },
  'dkim-missing': {
    says: 'The message is not signed.',
    remedy: 'Switch DKIM on where your mail is sent from, and publish the key it gives you.',
  },
  'dkim-fails': {
    says: 'The signature does not fit.',
    remedy: 'The published key may be another one, or something changes your mail on its way.',
  },
  'dkim-other-domain': {
    says: 'The message is signed, but for another domain than yours.',
    remedy: 'Set up a key of your own domain with whoever sends your mail.',
  },
  'dmarc-missing': {
    says: 'Your domain does not say what to do with forgeries.',
    remedy: 'Begin with this record: it only asks for reports.',
  },
  'dmarc-none': { says: 'DMARC asks for reports and stops no forgery.', remedy: 'When the reports look right, go on to quarantine.' },
  'dmarc-fails': {
    says: 'Receivers can’t tell this message from a forgery.',
    remedy: 'SPF or DKIM has to pass for the domain in your From address.',
  },
  'mx-missing': {
    says: 'Your domain takes in no mail: answers will not arrive.',
    remedy: 'Add an MX record, or send from an address that can be answered.',
  },
  'srv-none': { says: 'Your domain does not announce its mail servers.', remedy: 'Most do not; nothing has to be done.' },
  'srv-differs': {
    says: 'Your domain announces other servers than this account uses.',
    remedy: 'Ask your provider which ones are right: these may be old.',
  },
  'name-by-system': {
    says: 'The DNS servers in your settings don’t know this name. The computer itself does, and mail goes there.',
    remedy: 'Nothing has to be done. Without DNS servers in the settings, the computer’s own are asked here too.',
  },
  'through-proxy': { says: 'Not looked up: with a proxy, nothing is asked from this computer itself.', remedy: '' },
};

export const doctor = {
  doctor: 'Doctor',
  title: (address: string) => `How ${address} is doing`,
  intro: 'Looks at every step between you and your recipients, and says what to do.',
  run: 'Examine',
  again: 'Examine again',
  stop: 'Stop',
  sendsMessage: 'Also send a message to myself and time it',
  testMessage: {
    subject: 'Test from Brevduva',
    text: 'This message was sent by Brevduva to see how long it takes to arrive. You can delete it.',
  },
  copy: 'Copy as text',
  copied: 'Copied',
  save: 'Save …',
  fileName: 'doctor',
  saved: (name: string) => `Saved: ${name}`,
  look: 'Look closer with the doctor',
  copyRecord: 'Copy the record',
  took: (ms: number) => (ms < 1000 ? `${ms} ms` : `${(ms / 1000).toFixed(1)} s`),
  record: 'For whoever looks after the domain:',
  verdicts: { fine: 'Everything is fine.', attention: 'It works, and could be better.', broken: 'Something stands in the way.' },
  running: 'Looking …',
  steps,
  states,
  findings,
};
