// Words: menus, notifications and questions of the shell.
import type { Strings } from '../en';

export const shell: Strings['shell'] = {
  menu: {
    file: 'Arkiv',
    newMessage: 'Nytt brev',
    open: 'Öppna…',
    settings: 'Inställningar',
    quit: 'Avsluta',
    edit: 'Redigera',
    undo: 'Ångra',
    redo: 'Gör om',
    cut: 'Klipp ut',
    copy: 'Kopiera',
    paste: 'Klistra in',
    pastePlain: 'Klistra in utan formatering',
    selectAll: 'Markera allt',
    view: 'Visa',
    drafts: 'Utkast',
    outbox: 'Utkorg',
    sent: 'Skickat',
    accounts: 'Konton',
    zoomIn: 'Större',
    zoomOut: 'Mindre',
    actualSize: 'Vanlig storlek',
    fullScreen: 'Helskärm',
    theme: 'Utseende',
    themeSystem: 'Som systemet',
    themeLight: 'Ljust',
    themeDark: 'Mörkt',
    developerTools: 'Utvecklarverktyg',
    help: 'Hjälp',
    about: 'Om Brevduva',
  },
  about: (version, electron) => `Version ${version}, på Electron ${electron}`,
  quit: {
    unsaved: 'Något du har skrivit är inte sparat. Det försvinner om du avslutar nu.',
    unsent: 'Ett brev som du nyss skickade är fortfarande ett utkast, eftersom något står i vägen. Stanna kvar för att se vad det är.',
    waiting: (count) =>
      count === 1
        ? '1 brev väntar fortfarande. Det går iväg nästa gång Brevduva är öppet.'
        : `${count} brev väntar fortfarande. De går iväg nästa gång Brevduva är öppet.`,
    sending: (count) => `${count} brev skickas just nu.`,
    held: (count) =>
      count === 1 ? '1 brev kan fortfarande ångras. Skicka det nu?' : `${count} brev kan fortfarande ångras. Skicka dem nu?`,
    heldHow: 'Det som behålls väntar i Utkorgen tills du skickar det.',
    scheduled: (count, next) =>
      `${count === 1 ? '1 brev är schemalagt' : `${count} brev är schemalagda`}.${
        next === null ? '' : ` Nästa går iväg ${next}: då måste datorn vara på och Brevduva igång.`
      }`,
    sendNow: 'Skicka nu',
    keepInOutbox: 'Behåll i Utkorgen',
    background: 'Låt vara igång i bakgrunden',
    quit: 'Avsluta',
    stay: 'Stanna kvar',
  },
  tray: {
    open: 'Öppna Brevduva',
    write: 'Skriv',
    outbox: (count) => (count === 0 ? 'Utkorg' : `Utkorg (${count})`),
    quit: 'Avsluta',
    inBackground: 'Skickar det som är schemalagt, i bakgrunden',
  },
  notices: {
    missed: (count) => (count === 1 ? 'Ett schemalagt meddelande skickades inte' : `${count} schemalagda meddelanden skickades inte`),
    salvaged: 'Brevduva har reparerat sin e-postdatabas',
    salvagedHow: ({ keptAs, drafts, messages }) =>
      `Det som gick att läsa finns kvar: ${drafts} utkast och ${messages} meddelanden. Den skadade filen ligger bredvid: ${keptAs}`,
    failed: 'Ett brev skickades inte',
    uncertain: 'Ett brev kan ha skickats',
    kept: 'Ett brev har lagts åt sidan',
    partly: 'Ett brev nådde bara några av mottagarna',
    paused: (address) => `${address} är pausat`,
    about: (subject, to) => (subject === '' ? `Till ${to}` : `”${subject}” till ${to}`),
    andMore: (who, more) => `${who} och ${more} till`,
  },
  link: {
    question: (host) => `Länken leder till ${host}. Vill du öppna den?`,
    detail: 'Adressen är ovanlig. En del länkar är gjorda för att likna andra.',
    open: 'Öppna',
    cancel: 'Avbryt',
  },
  damaged: {
    settings: 'Dina inställningar kunde inte läsas helt',
    settingsDetail: (name) =>
      `Brevduva behöll det som gick att läsa, och den skadade filen som ${name}. Se över dina konton och inställningar. Dina brev är orörda.`,
    vault: 'Dina sparade lösenord kunde inte läsas',
    vaultDetail: (name) =>
      `Den skadade filen finns kvar som ${name}. Brevduva frågar efter varje lösenord igen när det behövs. Dina brev väntar.`,
    newer: 'Dina inställningar kommer från ett nyare Brevduva',
    newerDetail: (name) => `En kopia finns kvar som ${name}. Brevduva använder det som går att förstå.`,
  },
  profile: { unusable: 'Brevduva kan inte använda sin mapp' },
  fine: 'OK',
  windowFailed: 'Fönstret slutar att fungera gång på gång',
  windowFailedDetail: 'Avsluta Brevduva och starta igen. Det du skrev finns på disken.',
};
