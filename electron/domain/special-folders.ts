// Which of a mailbox's folders is Sent, and which is for drafts: by what the server says (RFC 6154), or else by a name that means it in some language.

export type ListedFolder = {
  readonly path: string;
  /** The last part of the path. */
  readonly name: string;
  readonly delimiter: string;
  /** Only what the server itself said; null: it said nothing. */
  readonly specialUse: string | null;
  readonly flags: readonly string[];
};

export type ChosenFolder = { readonly path: string; readonly by: 'special-use' | 'name' };

/** What mail programs and servers call it, the likelier first within a language. Compared without case. */
const sentNames: readonly string[] = [
  'Sent',
  'Sent Items',
  'Sent Messages',
  'Sent Mail',
  'Sent-Mail',
  'Sent Email',
  'Sent Emails', // English
  'Skickat',
  'Skickade',
  'Skickade objekt',
  'Skickade meddelanden',
  'Skickad e-post',
  'Skickad post', // Swedish
  'Sendt',
  'Sendte',
  'Sendt post',
  'Sendte elementer',
  'Sendte beskeder',
  'Sendte meddelelser',
  'Sendt mail', // Danish
  'Sendt e-post',
  'Sendte meldinger',
  'Sende',
  'Sende element', // Norwegian
  'Gesendet',
  'Gesendete Objekte',
  'Gesendete Elemente',
  'Gesendete Nachrichten',
  'Gesendete',
  'Postausgang gesendet', // German
  'Envoyés',
  'Messages envoyés',
  'Éléments envoyés',
  'Courrier envoyé',
  'Objets envoyés',
  'Envoyé', // French
  'Enviados',
  'Elementos enviados',
  'Mensajes enviados',
  'Correo enviado',
  'Enviado', // Spanish
  'Inviati',
  'Posta inviata',
  'Inviata',
  'Messaggi inviati',
  'Elementi inviati', // Italian
  'Verzonden',
  'Verzonden items',
  'Verzonden berichten',
  'Verstuurd', // Dutch
  'Lähetetyt',
  'Lähetetyt kohteet',
  'Lähetetyt viestit',
  'Lähetetty', // Finnish
  'Wysłane',
  'Elementy wysłane',
  'Wiadomości wysłane', // Polish
  'Enviadas',
  'Itens enviados',
  'Mensagens enviadas',
  'Correio enviado',
  'Enviada', // Portuguese
  'Odeslané',
  'Odeslaná pošta',
  'Odoslané',
  'Odoslaná pošta',
  'Poslano',
  'Poslana pošta',
  'Poslane stavke', // Czech, Slovak, Croatian, Slovene
  'Elküldött',
  'Elküldött elemek',
  'Elküldött üzenetek',
  'Trimise',
  'Mesaje trimise',
  'Elemente trimise', // Hungarian, Romanian
  'Saadetud',
  'Saadetud kirjad',
  'Nosūtītie',
  'Nosūtītās',
  'Išsiųsti',
  'Išsiųsti laiškai',
  'Sendir', // Estonian, Latvian, Lithuanian, Icelandic
  'Gönderilmiş',
  'Gönderilmiş Öğeler',
  'Gönderilenler',
  'Απεσταλμένα', // Turkish, Greek
  'Отправленные',
  'Надіслані',
  'Изпратени',
  'Послато', // Russian, Ukrainian, Bulgarian, Serbian
  '送信済み',
  '送信済みメール',
  '送信済みアイテム',
  '已发送',
  '已发送邮件',
  '已傳送',
  '寄件備份',
  '보낸편지함',
  '보낸 편지함', // Japanese, Chinese, Korean
];

const draftNames: readonly string[] = [
  'Drafts',
  'Draft', // English
  'Utkast', // Swedish, Norwegian
  'Kladder',
  'Kladde',
  'Udkast', // Danish, Norwegian
  'Entwürfe',
  'Entwurf', // German
  'Brouillons',
  'Brouillon', // French
  'Borradores',
  'Borrador', // Spanish
  'Bozze', // Italian
  'Concepten', // Dutch
  'Luonnokset', // Finnish
  'Wersje robocze',
  'Szkice',
  'Kopie robocze', // Polish
  'Rascunhos', // Portuguese
  'Koncepty',
  'Rozepsané',
  'Rozpísané',
  'Skice',
  'Osnutki', // Czech, Slovak, Croatian, Slovene
  'Piszkozatok',
  'Ciorne', // Hungarian, Romanian
  'Mustandid',
  'Melnraksti',
  'Juodraščiai',
  'Drög', // Estonian, Latvian, Lithuanian, Icelandic
  'Taslaklar',
  'Πρόχειρα', // Turkish, Greek
  'Черновики',
  'Чернетки',
  'Чернови',
  'Нацрти', // Russian, Ukrainian, Bulgarian, Serbian
  '下書き',
  '草稿',
  '草稿箱',
  '임시보관함',
  '임시 보관함', // Japanese, Chinese, Korean
];

// Accented letters come composed or in pieces (NFD), depending on the system that made the folder.
const plain = (text: string): string => text.normalize('NFC').toLowerCase().trim();
type Purpose = { readonly flag: string; readonly rankOf: ReadonlyMap<string, number> };
const purpose = (flag: string, names: readonly string[]): Purpose => ({
  flag,
  rankOf: new Map(names.map((name, rank) => [plain(name), rank])),
});
const forSent = purpose('\\sent', sentNames);
const forDrafts = purpose('\\drafts', draftNames);

const has = (folder: ListedFolder, flag: string): boolean => folder.flags.some((each) => each.toLowerCase() === flag);
const canHoldMail = (folder: ListedFolder): boolean => !has(folder, '\\noselect') && !has(folder, '\\nonexistent');
// Some servers write attributes in lower case.
const isMarked = (folder: ListedFolder, flag: string): boolean => folder.specialUse?.toLowerCase() === flag || has(folder, flag);

const parentOf = ({ path, delimiter }: ListedFolder): string =>
  delimiter === '' || !path.includes(delimiter) ? '' : path.slice(0, path.lastIndexOf(delimiter));
const depthOf = ({ path, delimiter }: ListedFolder): number => (delimiter === '' ? 0 : path.split(delimiter).length - 1);
/** Folders a provider keeps its own in; "Clients/Sent" is the person's, and no place for our copies. */
const isOwnParent = (parent: string): boolean => parent === '' || /^(?:inbox|\[gmail\]|\[google mail\])$/i.test(parent);

/**
 * Chooses the folder for one purpose. A folder that the server marks wins (the shallowest: a shared mailbox may show its own further
 * down); then a known name at the top or under INBOX. Null: there is none.
 */
function choose(folders: readonly ListedFolder[], { flag, rankOf }: Purpose): ChosenFolder | null {
  const usable = folders.filter(canHoldMail);
  const marked = usable.filter((folder) => isMarked(folder, flag)).sort((a, b) => depthOf(a) - depthOf(b))[0];
  if (marked !== undefined) return { path: marked.path, by: 'special-use' };
  const named = usable
    .filter((folder) => isOwnParent(parentOf(folder)))
    .map((folder) => ({ folder, rank: rankOf.get(plain(folder.name)) ?? -1 }))
    .filter(({ rank }) => rank >= 0)
    .sort((a, b) => a.rank - b.rank || depthOf(a.folder) - depthOf(b.folder))[0];
  return named === undefined ? null : { path: named.folder.path, by: 'name' };
}

export const chooseSentFolder = (folders: readonly ListedFolder[]): ChosenFolder | null => choose(folders, forSent);
export const chooseDraftsFolder = (folders: readonly ListedFolder[]): ChosenFolder | null => choose(folders, forDrafts);
