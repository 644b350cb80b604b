// What the command line says, in English.
export const cli = {
  help: `brevduva COMMAND [OPTIONS]

  send     --to ADDRESS [--to ...] [--cc ...] [--bcc ...] [--from ACCOUNT] [--subject TEXT] [--attach FILE]... [--no-wait]
           The letter is read from standard input.
  outbox   [list | retry ID... | cancel ID...]
           What waits, what failed, and why.
  doctor   ADDRESS [--smtp HOST:PORT] [--imap HOST:PORT] [--message]
           Examines an account, or an address without one; --message also sends one to the address itself.
           [--smtp-security tls|starttls] [--imap-security tls|starttls] where the port does not say it, [--user NAME]

  --profile DIR      another folder for the program's data
  --password-stdin   the first line of standard input is the account's password
  --json             answers for programs
  --lang TAG         en, sv or da

Exit codes are those of sysexits.h: 0 sent, 75 waits in the outbox, 67 and 69 refused, 77 sign-in, 64 wrong words.`,
  wrongWords: (problem: string) => `This can’t be understood: ${problem}`,
  noAccount: (wanted: string | null) =>
    wanted === null ? 'There is no account yet. Set one up in the window first.' : `There is no account ${wanted}.`,
  sent: (to: number) => (to === 1 ? 'Sent.' : `Sent to ${to} recipients.`),
  inOutbox: (id: string) => `In the outbox: ${id}`,
  stays: 'It stays in the outbox and goes out when Brevduva runs.',
  copyLater: 'The copy in Sent is not saved yet; it follows when Brevduva runs.',
  outboxEmpty: 'Nothing waits.',
};
