// Words: the list of drafts.
import type { Strings } from '../en';

export const drafts: Strings['drafts'] = {
  search: 'Sök bland utkasten',
  nothingFound: 'Inget utkast innehåller de orden.',
  showAll: 'Visa alla utkast',
  bar: 'Vad som ska göras med de valda utkasten',
  discarded: (count) => `${count} utkast kastades.`,
  onServer: 'Spara en kopia av varje utkast i brevlådan',
  onServerHint:
    'I serverns utkastmapp, för dina andra e-postprogram. Kopian förnyas när du gör en paus och försvinner när brevet skickas eller kastas.',
  notOnServer: 'Sparat, ännu inte i brevlådan',
  notOnServerFor: {
    'append-over-quota': 'Brevlådan är full. Utkastet är tryggt på den här datorn; kopian följer när det finns plats.',
    'append-too-large': 'Servern tar inte emot en kopia av den storleken. Utkastet är tryggt på den här datorn.',
    'append-refused': 'Servern tog inte emot kopian. Utkastet är tryggt på den här datorn; kopian prövas igen.',
  },
  versions: {
    open: 'Tidigare versioner',
    title: 'Tidigare versioner',
    hint: 'Hur brevet såg ut, minut för minut, det senaste dygnet; jämfört med nu.',
    none: 'Det finns ingen tidigare version än. Medan du skriver sparas en varje minut, i ett dygn.',
    more: (count) => (count === 1 ? '1 ord mer' : `${count} ord mer`),
    fewer: (count) => (count === 1 ? '1 ord mindre' : `${count} ord mindre`),
    otherSubject: 'ett annat ämne',
    otherRecipients: 'andra mottagare',
    otherLooks: 'samma ord, annorlunda ordnade',
    preview: 'Brevet som det var',
    noSubject: '(inget ämne)',
    missing: (names) => `Var bifogat då men har tagits bort sedan dess: ${names}`,
    missingPictures: (count) => (count === 1 ? 'En av bilderna finns inte kvar.' : `${count} av bilderna finns inte kvar.`),
    stays: 'Från och det som är bifogat förblir som det är nu.',
    goBack: 'Gå tillbaka till den här',
    done: (time) => `Brevet är som det var klockan ${time}.`,
  },
};
