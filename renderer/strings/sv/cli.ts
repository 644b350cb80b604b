// Vad kommandoraden säger, på svenska.
import type { cli as english } from '../en/cli';

export const cli: typeof english = {
  help: `brevduva KOMMANDO [VAL]

  send     --to ADRESS [--to ...] [--cc ...] [--bcc ...] [--from KONTO] [--subject TEXT] [--attach FIL]... [--no-wait]
           Brevet läses från standard in.
  outbox   [list | retry ID... | cancel ID...]
           Vad som väntar, vad som misslyckades och varför.
  doctor   ADRESS [--smtp VÄRD:PORT] [--imap VÄRD:PORT] [--message]
           Undersöker ett konto, eller en adress utan konto; --message skickar också ett brev till adressen själv.
           [--smtp-security tls|starttls] [--imap-security tls|starttls] när porten inte avgör det, [--user NAMN]

  --profile MAPP     en annan mapp för programmets data
  --password-stdin   första raden på standard in är kontots lösenord
  --json             svar för program
  --lang SPRÅK       en, sv eller da

Slutkoderna är de i sysexits.h: 0 skickat, 75 väntar i utkorgen, 67 och 69 avvisat, 77 inloggning, 64 fel ord.`,
  wrongWords: (problem) => `Det här går inte att förstå: ${problem}`,
  noAccount: (wanted) =>
    wanted === null ? 'Det finns inget konto ännu. Lägg upp ett i fönstret först.' : `Det finns inget konto ${wanted}.`,
  sent: (to) => (to === 1 ? 'Skickat.' : `Skickat till ${to} mottagare.`),
  inOutbox: (id) => `I utkorgen: ${id}`,
  stays: 'Det ligger kvar i utkorgen och skickas när Brevduva körs.',
  copyLater: 'Kopian i Skickat är inte sparad ännu; den kommer när Brevduva körs.',
  outboxEmpty: 'Inget väntar.',
};
