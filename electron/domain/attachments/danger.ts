// Kinds of files that large providers refuse to take or that recipients are warned of. Never forbidden: said.
import type { Danger } from '../../contract/model/attachments';

const list = (words: string): readonly string[] => words.split(' ');

/** By what they are to the person who opens them; Gmail and Outlook refuse nearly all of the first row, also inside an archive. */
const endings: Readonly<Record<Danger, readonly string[]>> = {
  program: list(
    'ade adp apk app appcontent-ms application appref-ms appx appxbundle asp aspx asx bas bat bgi cab cer cgi chm cmd cnt com cpl crt csh ' +
      'der diagcab diagcfg diagpkg dll dmg ex ex_ exe fxp gadget grp hlp hpj hta htc inf ins ipa isp its jar jnlp js jse ksh lib library-ms ' +
      'lnk mad maf mag mam maq mar mas mat mau mav maw mcf mda mdb mde mdt mdw mdz msc msh msh1 msh2 mshxml msh1xml msh2xml msi msix msixbundle ' +
      'msp mst msu nsh ops osd pcd pif pl plg prf prg printerexport ps1 ps1xml ps2 ps2xml psc1 psc2 psd1 psdm1 pst py pyc pyo pyw pyz pyzw reg ' +
      'scf scr sct search-ms settingcontent-ms sh shb shs sys theme url vb vbe vbp vbs vsmacros vsw vxd webpnp website wsb wsc wsf wsh xbap xll xnk',
  ),
  macros: list('docm dotm xlsm xltm xlam xlsb pptm potm ppam ppsm sldm'),
  disk: list('iso img vhd vhdx'),
};
const known: ReadonlyMap<string, Danger> = new Map(
  (Object.keys(endings) as Danger[]).flatMap((danger) => endings[danger].map((ending) => [ending, danger] as const)),
);

/** The ending that counts: dots and spaces behind it are ignored by the system that opens the file. */
const endingOf = (name: string): string => /\.([^.\s/\\]+)[.\s]*$/.exec(name)?.[1]?.toLowerCase() ?? '';

/** Null: nothing is known against it. */
export const dangerOf = (name: string): Danger | null => known.get(endingOf(name)) ?? null;

/** The first of these names that is one, as a zip's list has them. */
export const firstDangerous = (names: Iterable<string>): string | null => {
  for (const name of names) if (dangerOf(name) !== null) return name;
  return null;
};

type Told = { readonly name: string /** The dangerous file in it, if it is an archive. */; readonly holds?: string | null | undefined };

/** What there is to say of an attachment; null: nothing. `inside`: the file in the archive that it is about. */
export function warningOf({ name, holds }: Told): { readonly danger: Danger; readonly inside: string | null } | null {
  const own = dangerOf(name);
  if (own !== null) return { danger: own, inside: null };
  const inner = holds == null ? null : dangerOf(holds);
  return inner === null || holds == null ? null : { danger: inner, inside: holds.split('/').at(-1) ?? holds };
}
