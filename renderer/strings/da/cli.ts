// Hvad kommandolinjen siger, på dansk.
import type { cli as english } from '../en/cli';

export const cli: typeof english = {
  help: `brevduva KOMMANDO [VALG]

  send     --to ADRESSE [--to ...] [--cc ...] [--bcc ...] [--from KONTO] [--subject TEKST] [--attach FIL]... [--no-wait]
           Brevet læses fra standard ind.
  outbox   [list | retry ID... | cancel ID...]
           Hvad der venter, hvad der mislykkedes, og hvorfor.
  doctor   ADRESSE [--smtp VÆRT:PORT] [--imap VÆRT:PORT] [--message]
           Undersøger en konto eller en adresse uden konto; --message sender også et brev til adressen selv.
           [--smtp-security tls|starttls] [--imap-security tls|starttls] hvor porten ikke afgør det, [--user NAVN]

  --profile MAPPE    en anden mappe til programmets data
  --password-stdin   første linje på standard ind er kontoens adgangskode
  --json             svar til programmer
  --lang SPROG       en, sv eller da

Slutkoderne er dem i sysexits.h: 0 sendt, 75 venter i udbakken, 67 og 69 afvist, 77 login, 64 forkerte ord.`,
  wrongWords: (problem) => `Det kan ikke forstås: ${problem}`,
  noAccount: (wanted) => (wanted === null ? 'Der er ingen konto endnu. Opret en i vinduet først.' : `Der er ingen konto ${wanted}.`),
  sent: (to) => (to === 1 ? 'Sendt.' : `Sendt til ${to} modtagere.`),
  inOutbox: (id) => `I udbakken: ${id}`,
  stays: 'Den bliver i udbakken og sendes, når Brevduva kører.',
  copyLater: 'Kopien i Sendt er ikke gemt endnu; den følger, når Brevduva kører.',
  outboxEmpty: 'Intet venter.',
};
