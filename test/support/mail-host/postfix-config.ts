// Postfix 3.7's configuration: submission for the program, delivery to Dovecot, and nothing that leaves the computer.

import { copyAddress } from './dovecot-config';
import { type Doors, isRoot, type MailHostPorts, type TlsFiles } from './host-files';
import { loginOf, type MailUser, mailDomain } from './users';

export type Limits = {
  /** Octets of a message on the `limited` port. */
  readonly size: number;
  /** Recipients of a message on the `limited` port. */
  readonly recipients: number;
};

type Wishes = {
  readonly dir: string;
  readonly ports: MailHostPorts;
  readonly tls: TlsFiles;
  readonly policyPort: number;
  readonly limits: Limits;
  /** Everything is taken and thrown away, and nobody is asked about it. */
  readonly isSink: boolean;
  readonly users: readonly MailUser[];
  readonly doors: Doors | null;
};

/** Delivered here: the domain of the host, and those its people have addresses in. */
const domainsOf = (users: readonly MailUser[]): string =>
  [...new Set([mailDomain, ...users.map(({ address }) => address.slice(address.lastIndexOf('@') + 1))])].join(', ');

const policy = (port: number): string => ` check_policy_service { inet:127.0.0.1:${port}, timeout=10s, default_action=DUNNO }`;

export const mainConfig = ({ dir, ports, tls, policyPort, isSink, users }: Wishes): string => `compatibility_level = 3.7
config_directory = ${dir}/etc
queue_directory = ${dir}/spool
data_directory = ${dir}/data
mail_owner = postfix
setgid_group = postdrop
maillog_file = ${dir}/log/maillog
maillog_file_prefixes = ${dir}/log
syslog_name = postfix
import_environment = MAIL_CONFIG MAIL_DEBUG MAIL_LOGTAG TZ LANG=C POSTLOG_SERVICE POSTLOG_HOSTNAME${isRoot ? '' : ' LD_PRELOAD LD_LIBRARY_PATH FAKEROOTKEY FAKED_MODE'}

# A world of its own: example.test is delivered here, everything else is refused at RCPT.
myhostname = localhost
mydomain = ${mailDomain}
myorigin = ${mailDomain}
mydestination =
mynetworks = 127.0.0.0/8
inet_interfaces = 127.0.0.1
inet_protocols = ipv4
alias_maps =
alias_database =
disable_dns_lookups = yes
smtpd_peername_lookup = no
default_transport = error:5.1.2 this host sends nothing outside
virtual_mailbox_domains = ${domainsOf(users)}
virtual_mailbox_maps = texthash:${dir}/etc/mailboxes
virtual_transport = ${isSink ? 'discard:' : `lmtp:inet:127.0.0.1:${ports.lmtp}`}
sender_bcc_maps = texthash:${dir}/etc/server_copies
recipient_delimiter = +
# One delivery for each recipient, so that each copy shows whom it was for.
lmtp_destination_recipient_limit = 1
lmtp_host_lookup = native
lmtp_tls_security_level = none

smtpd_tls_cert_file = ${tls.cert}
smtpd_tls_key_file = ${tls.key}
smtpd_tls_security_level = may
smtpd_tls_auth_only = yes
smtpd_tls_session_cache_database =
tls_random_source = dev:/dev/urandom
smtpd_sasl_type = dovecot
smtpd_sasl_path = inet:127.0.0.1:${ports.sasl}
smtpd_sasl_auth_enable = no
smtpd_sasl_security_options = noanonymous

smtpd_helo_required = yes
smtpd_sender_login_maps = texthash:${dir}/etc/logins
smtpd_relay_restrictions = permit_sasl_authenticated, reject_unauth_destination
smtpd_recipient_restrictions =${isSink ? '' : policy(policyPort)}
smtpd_end_of_data_restrictions =${isSink ? '' : policy(policyPort)}
# A test may be wrong as often as it likes without being slowed down.
smtpd_error_sleep_time = 0
smtpd_soft_error_limit = 100
smtpd_hard_error_limit = 200
smtpd_client_connection_count_limit = 0
smtpd_client_connection_rate_limit = 0
smtpd_client_message_rate_limit = 0
smtpd_client_auth_rate_limit = 0

message_size_limit = 104857600
mailbox_size_limit = 0
smtputf8_enable = yes
strict_smtputf8 = no
biff = no
in_flow_delay = 0
default_process_limit = 20
queue_run_delay = 2s
minimal_backoff_time = 2s
maximal_backoff_time = 4s
`;

const submission = [
  'smtpd_sasl_auth_enable=yes',
  'smtpd_client_restrictions=permit_sasl_authenticated,reject',
  'smtpd_sender_restrictions=reject_sender_login_mismatch',
];

const listener = (port: number, name: string, settings: readonly string[], address = '127.0.0.1'): string =>
  [`${address}:${port} inet n - n - - smtpd`, `syslog_name=postfix/${name}`, ...settings].join('\n  -o ');

const doorListeners = ({ name, smtp, size, recipients }: Doors): string =>
  smtp
    .map(({ address, port, security }) => {
      const tls = security === 'tls' ? 'smtpd_tls_wrappermode=yes' : 'smtpd_tls_security_level=encrypt';
      const limits = [
        ...(size === undefined ? [] : [`message_size_limit=${size}`]),
        ...(recipients === undefined ? [] : [`smtpd_recipient_limit=${recipients}`]),
      ];
      return listener(port, `door-${port}`, [tls, `myhostname=${name}`, ...limits, ...submission], address);
    })
    .join('\n');

export const masterConfig = ({ ports, limits, doors }: Wishes): string => `# service type private unprivileged chroot wakeup maxproc command
${listener(ports.smtp, 'smtp', [])}
${listener(ports.submission, 'submission', ['smtpd_tls_security_level=encrypt', ...submission])}
${listener(ports.submissions, 'submissions', ['smtpd_tls_wrappermode=yes', ...submission])}
${listener(ports.limited, 'limited', ['smtpd_tls_wrappermode=yes', `message_size_limit=${limits.size}`, `smtpd_recipient_limit=${limits.recipients}`, ...submission])}
${doors === null ? '' : doorListeners(doors)}
pickup    unix n - n 60 1 pickup
cleanup   unix n - n - 0 cleanup
qmgr      unix n - n 300 1 qmgr
tlsmgr    unix - - n 1000? 1 tlsmgr
rewrite   unix - - n - - trivial-rewrite
bounce    unix - - n - 0 bounce
defer     unix - - n - 0 bounce
trace     unix - - n - 0 bounce
verify    unix - - n - 1 verify
flush     unix n - n 1000? 0 flush
proxymap  unix - - n - - proxymap
proxywrite unix - - n - 1 proxymap
showq     unix n - n - - showq
error     unix - - n - - error
retry     unix - - n - - error
discard   unix - - n - - discard
lmtp      unix - - n - - lmtp flags=OX
smtp      unix - - n - - smtp
scache    unix - - n - 1 scache
anvil     unix - - n - 1 anvil
postlog   unix-dgram n - n - 1 postlogd
`;

/** The look-up tables: who has a mailbox, who may send as whom, whose mail the server copies to itself. */
export const lookupTables = (users: readonly MailUser[]): Readonly<Record<string, string>> => ({
  mailboxes: users.map(({ address }) => `${address} ok\n`).join(''),
  logins: users.map((user) => `${user.address} ${loginOf(user)}\n`).join(''),
  server_copies: users.flatMap(({ address, filesSent }) => (filesSent === true ? [`${address} ${copyAddress(address)}\n`] : [])).join(''),
});
