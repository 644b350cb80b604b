// Words: the list of drafts.
import type { Strings } from '../en';

export const drafts: Strings['drafts'] = {
  search: 'Søg i kladderne',
  nothingFound: 'Ingen kladde indeholder de ord.',
  showAll: 'Vis alle kladder',
  bar: 'Hvad der skal ske med de valgte kladder',
  discarded: (count) => `${count} kladder blev smidt ud.`,
  onServer: 'Gem en kopi af hver kladde i postkassen',
  onServerHint:
    'I serverens mappe med kladder, til dine andre mailprogrammer. Kopien fornyes, når du holder pause, og forsvinder, når brevet sendes eller smides ud.',
  notOnServer: 'Gemt, endnu ikke i postkassen',
  notOnServerFor: {
    'append-over-quota': 'Postkassen er fuld. Kladden er i sikkerhed på denne computer; kopien følger, når der er plads.',
    'append-too-large': 'Serveren tager ikke en kopi af den størrelse. Kladden er i sikkerhed på denne computer.',
    'append-refused': 'Serveren tog ikke imod kopien. Kladden er i sikkerhed på denne computer; kopien prøves igen.',
  },
  versions: {
    open: 'Tidligere versioner',
    title: 'Tidligere versioner',
    hint: 'Hvordan brevet så ud, minut for minut, det seneste døgn; sammenlignet med nu.',
    none: 'Der er ingen tidligere version endnu. Mens du skriver, gemmes en hvert minut, i et døgn.',
    more: (count) => (count === 1 ? '1 ord mere' : `${count} ord mere`),
    fewer: (count) => (count === 1 ? '1 ord mindre' : `${count} ord mindre`),
    otherSubject: 'et andet emne',
    otherRecipients: 'andre modtagere',
    otherLooks: 'de samme ord, anderledes ordnet',
    preview: 'Brevet, som det var',
    noSubject: '(intet emne)',
    missing: (names) => `Var vedhæftet dengang og er fjernet siden: ${names}`,
    missingPictures: (count) => (count === 1 ? 'Et af billederne findes ikke mere.' : `${count} af billederne findes ikke mere.`),
    stays: 'Fra og det vedhæftede bliver, som det er nu.',
    goBack: 'Gå tilbage til denne',
    done: (time) => `Brevet er, som det var klokken ${time}.`,
  },
};
