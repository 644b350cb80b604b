// Words: menus, notifications and questions of the shell.
import type { Strings } from '../en';

const messages = (count: number): string => (count === 1 ? '1 besked' : `${count} beskeder`);

export const shell: Strings['shell'] = {
  menu: {
    file: 'Filer',
    newMessage: 'Ny besked',
    open: 'Åbn…',
    settings: 'Indstillinger',
    quit: 'Afslut',
    edit: 'Rediger',
    undo: 'Fortryd',
    redo: 'Gentag',
    cut: 'Klip',
    copy: 'Kopiér',
    paste: 'Sæt ind',
    pastePlain: 'Sæt ind uden formatering',
    selectAll: 'Markér alt',
    view: 'Vis',
    drafts: 'Kladder',
    outbox: 'Udbakke',
    sent: 'Sendt',
    accounts: 'Konti',
    zoomIn: 'Større',
    zoomOut: 'Mindre',
    actualSize: 'Normal størrelse',
    fullScreen: 'Fuld skærm',
    theme: 'Udseende',
    themeSystem: 'Som systemet',
    themeLight: 'Lyst',
    themeDark: 'Mørkt',
    developerTools: 'Udviklerværktøjer',
    help: 'Hjælp',
    about: 'Om Brevduva',
  },
  about: (version, electron) => `Version ${version}, på Electron ${electron}`,
  quit: {
    unsaved: 'Noget, du har skrevet, er ikke gemt. Det går tabt, hvis du afslutter nu.',
    unsent: 'En besked, du lige har sendt, er stadig en kladde, fordi noget står i vejen. Bliv for at se, hvad det er.',
    waiting: (count) =>
      count === 1
        ? '1 besked venter stadig. Den bliver sendt, næste gang Brevduva er åbent.'
        : `${count} beskeder venter stadig. De bliver sendt, næste gang Brevduva er åbent.`,
    sending: (count) => `${messages(count)} er ved at blive sendt.`,
    held: (count) => (count === 1 ? '1 besked kan stadig fortrydes. Send den nu?' : `${count} beskeder kan stadig fortrydes. Send dem nu?`),
    heldHow: 'Det, der beholdes, venter i Udbakken, til du sender det.',
    scheduled: (count, next) =>
      `${count === 1 ? '1 besked er planlagt' : `${count} beskeder er planlagt`}.${
        next === null ? '' : ` Den næste går af sted ${next}: da skal computeren være tændt, og Brevduva skal køre.`
      }`,
    sendNow: 'Send nu',
    keepInOutbox: 'Behold i Udbakken',
    background: 'Lad køre i baggrunden',
    quit: 'Afslut',
    stay: 'Bliv',
  },
  tray: {
    open: 'Åbn Brevduva',
    write: 'Skriv',
    outbox: (count) => (count === 0 ? 'Udbakke' : `Udbakke (${count})`),
    quit: 'Afslut',
    inBackground: 'Sender det, der er planlagt, i baggrunden',
  },
  notices: {
    missed: (count) => (count === 1 ? 'En planlagt besked blev ikke sendt' : `${count} planlagte beskeder blev ikke sendt`),
    salvaged: 'Brevduva har repareret sin maildatabase',
    salvagedHow: ({ keptAs, drafts, messages }) =>
      `Det, der kunne læses, er bevaret: ${drafts} kladder og ${messages} beskeder. Den beskadigede fil ligger ved siden af: ${keptAs}`,
    failed: 'En besked blev ikke sendt',
    uncertain: 'En besked er måske blevet sendt',
    kept: 'En besked er lagt til side',
    partly: 'En besked nåede kun nogle af modtagerne',
    paused: (address) => `${address} er sat på pause`,
    about: (subject, to) => (subject === '' ? `Til ${to}` : `“${subject}” til ${to}`),
    andMore: (who, more) => `${who} og ${more} mere`,
  },
  link: {
    question: (host) => `Linket fører til ${host}. Vil du åbne det?`,
    detail: 'Adressen er usædvanlig. Nogle links er lavet, så de ligner andre.',
    open: 'Åbn',
    cancel: 'Annuller',
  },
  damaged: {
    settings: 'Dine indstillinger kunne ikke læses helt',
    settingsDetail: (name) =>
      `Brevduva beholdt det, der kunne læses, og den beskadigede fil som ${name}. Se dine konti og indstillinger efter. Dine beskeder er urørte.`,
    vault: 'Dine gemte adgangskoder kunne ikke læses',
    vaultDetail: (name) =>
      `Den beskadigede fil er gemt som ${name}. Brevduva spørger efter hver adgangskode igen, når den skal bruges. Dine beskeder venter.`,
    newer: 'Dine indstillinger kommer fra et nyere Brevduva',
    newerDetail: (name) => `En kopi er gemt som ${name}. Brevduva bruger det, der kan forstås.`,
  },
  profile: { unusable: 'Brevduva kan ikke bruge sin mappe' },
  fine: 'OK',
  windowFailed: 'Vinduet bliver ved med at gå i stykker',
  windowFailedDetail: 'Luk Brevduva, og start det igen. Det, du skrev, ligger på disken.',
};
