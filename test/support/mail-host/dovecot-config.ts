// Dovecot 2.3's configuration: IMAP for the program, LMTP for Postfix, and sign-in for both.
import { execFileSync } from 'node:child_process';
import { userInfo } from 'node:os';
import { type FolderLayout, folderLayouts } from './folder-layouts';
import { type Doors, isRoot, type MailHostPorts, mailOwner, type TlsFiles } from './host-files';
import { loginOf, type MailUser } from './users';

// Each layout is a namespace; a user has all but his own disabled.
const namespace = ([name, layout]: [string, FolderLayout]): string => `
namespace ${name} {
  inbox = yes
  disabled = ${name === 'standard' ? 'no' : 'yes'}
  separator = ${layout.separator}
  prefix = ${layout.prefix}
${Object.entries(layout.folders)
  .map(
    ([folder, use]) => `  mailbox "${folder}" {
    auto = subscribe
${use === null ? '' : `    special_use = ${use}\n`}  }`,
  )
  .join('\n')}
}`;

// An ordinary user can't switch to Dovecot's own accounts, nor change its root directory.
const forOrdinaryUser = (): string => {
  const group = execFileSync('id', ['-gn'], { encoding: 'utf8' }).trim();
  return `
default_internal_user = ${userInfo().username}
default_login_user = ${userInfo().username}
default_internal_group = ${group}
service anvil {
  chroot =
}
service imap-login {
  chroot =
}`;
};

type Wishes = {
  dir: string;
  ports: MailHostPorts;
  tls: TlsFiles;
  introspection: string | null;
  /** How people may sign in, in Dovecot's words, for IMAP and for Postfix. */
  mechanisms: readonly string[];
  doors: Doors | null;
};

export const usualMechanisms: readonly string[] = ['plain', 'login', 'cram-md5'];
export const tokenMechanisms: readonly string[] = ['xoauth2', 'oauthbearer'];

const imapDoor = (address: string, index: number): string => `
  inet_listener door${index} {
    address = ${address}
    port = 993
    ssl = yes
  }`;

/** How a token is judged: the provider is asked whom it belongs to (RFC 7662). */
export const tokenConfig = (dir: string, introspection: string): string => `introspection_mode = post
introspection_url = ${introspection}
username_attribute = sub
username_format = %Lu
active_attribute = active
active_value = true
tls_ca_cert_file = ${dir}/ca.pem
`;

const tokenPassdb = (dir: string): string => `
passdb {
  driver = oauth2
  mechanisms = xoauth2 oauthbearer
  args = ${dir}/oauth2.conf
}`;

export function dovecotConfig({ dir, ports, tls, introspection, mechanisms, doors }: Wishes): string {
  return `base_dir = ${dir}/run
state_dir = ${dir}/state
log_path = ${dir}/dovecot.log
protocols = imap lmtp
# 127.0.0.2 as well: a client whose address equals the server's counts as secured, and may sign in before STARTTLS.
listen = 127.0.0.1, 127.0.0.2
hostname = localhost
postmaster_address = postmaster@example.test
${isRoot ? '' : forOrdinaryUser()}
ssl = required
ssl_cert = <${tls.cert}
ssl_key = <${tls.key}
ssl_min_protocol = TLSv1.2
disable_plaintext_auth = yes
auth_mechanisms = ${mechanisms.join(' ')}
auth_verbose = yes
# A refused password answers at once, each time: otherwise the delay grows to 15 s.
auth_failure_delay = 0
auth_cache_size = 0
service anvil {
  unix_listener anvil-auth-penalty {
    mode = 0
  }
}
${introspection === null ? '' : tokenPassdb(dir)}
passdb {
  driver = passwd-file
  args = username_format=%Lu ${dir}/users
}
userdb {
  driver = passwd-file
  args = username_format=%Lu ${dir}/users
  default_fields = uid=${mailOwner.uid} gid=${mailOwner.gid} home=${dir}/mail/%Ln
}
first_valid_uid = ${mailOwner.uid}
last_valid_uid = ${mailOwner.uid}
first_valid_gid = ${mailOwner.gid}
# Folders lie on the disk under their own names, and messages with the bytes that came.
mail_location = maildir:~/Maildir:LAYOUT=fs:UTF-8
mail_save_crlf = yes
mail_fsync = never
mail_plugins = quota
recipient_delimiter = +
lda_mailbox_autocreate = yes
${Object.entries(folderLayouts).map(namespace).join('\n')}
service imap-login {
  service_count = 0
  inet_listener imap {
    port = ${ports.imap}
  }
  inet_listener imaps {
    port = ${ports.imaps}
    ssl = yes
  }${(doors?.imap ?? []).map(imapDoor).join('')}
}
service auth {
  inet_listener {
    address = 127.0.0.1
    port = ${ports.sasl}
  }
}
service lmtp {
  inet_listener lmtp {
    address = 127.0.0.1
    port = ${ports.lmtp}
  }
}
protocol imap {
  mail_max_userip_connections = 30
  mail_plugins = $mail_plugins imap_quota
}
protocol lmtp {
  mail_plugins = $mail_plugins sieve
}
plugin {
  quota = maildir:User quota
  sieve_before = ${dir}/sieve/server-copies.sieve
}
`;
}

/** Users and passwords, in the form of passwd-file. */
export function usersFile(users: readonly MailUser[]): string {
  return users
    .map((user) => {
      const { password, layout, quota } = user;
      const extra = [
        ...(layout === 'standard' ? [] : ['userdb_namespace/standard/disabled=yes', `userdb_namespace/${layout}/disabled=no`]),
        ...(quota === undefined ? [] : [`userdb_quota_rule=*:storage=${quota}K`]),
      ];
      return `${loginOf(user)}:{PLAIN}${password}::::::${extra.join(' ')}\n`;
    })
    .join('');
}

/** The detail of the address (RFC 5233) that Postfix copies a user's own mail to, where the server files it itself. */
export const copyAddress = (address: string): string => address.replace('@', '+server-copy@');

/** Files those copies, read, in the Sent folder of the user's layout. */
export function sieveScript(users: readonly MailUser[]): string {
  const rules = users.flatMap(({ address, layout, filesSent }) => {
    const { sent } = folderLayouts[layout];
    if (filesSent !== true || sent === null) return [];
    return [`if envelope :is "to" "${copyAddress(address)}" { addflag "\\\\Seen"; fileinto :create "${sent}"; stop; }`];
  });
  return `require ["fileinto", "mailbox", "imap4flags", "envelope"];\n${rules.join('\n')}\n`;
}
