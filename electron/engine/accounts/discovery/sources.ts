// The places that may know a domain's mail servers. Each is asked for itself and answers for itself.
import { XMLParser } from 'fast-xml-parser';
import { getDomain } from 'tldts';
import type { DiscoverySource } from '../../../contract/model/discovery';
import { autoconfigUrls, ispDatabaseUrl, readAutoconfig, type ToldServers } from '../../../domain/discovery/autoconfig';
import { providerOfExchanger } from '../../../domain/discovery/exchangers';
import { readSrv, srvNames } from '../../../domain/discovery/srv';
import { domainOf, presetFor, recognise } from '../../../domain/providers';
import type { Names } from './names';
import { probe } from './probe';
import { type FileNeeds, type PublicFile, readPublicFile } from './public-file';
import { isStraight } from './reach';

export type SourceAnswer = {
  readonly told: ToldServers | null;
  readonly detail: string | null;
  readonly isRefused?: boolean;
  /** It would have had to be asked around the proxy. */
  readonly isLeftOut?: boolean;
};
export type SourceNeeds = FileNeeds & { readonly names: Names };
/** `address`: with an ASCII domain in lower case. */
export type Source = (address: string, needs: SourceNeeds, signal: AbortSignal) => Promise<SourceAnswer>;

const preset: Source = (address) => {
  const id = recognise(address);
  if (id === null) return Promise.resolve({ told: null, detail: null });
  const { smtp, imap } = presetFor(id, address, '');
  return Promise.resolve({ told: { smtp: [smtp], imap, wantsOauth: false }, detail: null });
};

// Nothing of a document type or an entity is expanded, values stay the text they are, and nesting has an end.
const parser = new XMLParser({
  ignoreAttributes: false,
  attributeNamePrefix: '@',
  parseTagValue: false,
  processEntities: false,
  htmlEntities: false,
});

function understand(file: PublicFile, address: string): SourceAnswer {
  if (file.kind === 'nothing') return { told: null, detail: file.detail };
  if (file.kind === 'refused') return { told: null, detail: file.detail, isRefused: true };
  // The format has no document type; one that is there is an attack or a web page.
  if (/<!doctype|<!entity/i.test(file.text)) return { told: null, detail: `${file.host}: not a settings file`, isRefused: true };
  try {
    const told = readAutoconfig(parser.parse(file.text), address);
    return told === null ? { told, detail: `${file.host}: not a settings file`, isRefused: true } : { told, detail: file.host };
  } catch {
    return { told: null, detail: `${file.host}: not a settings file`, isRefused: true };
  }
}

/** The first that has an answer, in this order, although all are asked at once. */
async function firstFile(urls: readonly string[], address: string, needs: SourceNeeds, signal: AbortSignal): Promise<SourceAnswer> {
  const asked = urls.map((url) => readPublicFile(url, needs, signal).then((file) => understand(file, address)));
  let last: SourceAnswer = { told: null, detail: null };
  for (const answer of asked) {
    const next = await answer;
    if (next.told !== null) return next;
    if (next.isRefused === true || last.detail === null) last = next;
  }
  return last;
}

const autoconfig: Source = (address, needs, signal) => firstFile(autoconfigUrls(domainOf(address)), address, needs, signal);
const ispDatabase: Source = (address, needs, signal) => firstFile([ispDatabaseUrl(domainOf(address))], address, needs, signal);

/** A proxy takes no questions for a domain's records. */
const mayAsk = (address: string, { way, port }: SourceNeeds): Promise<boolean> => isStraight({ host: domainOf(address), port }, way);
const leftOut: SourceAnswer = { told: null, detail: null, isLeftOut: true };

const srv: Source = async (address, needs) => {
  if (!(await mayAsk(address, needs))) return leftOut;
  const { names } = needs;
  const asked = srvNames(domainOf(address));
  const [submissions, submission, imaps] = await Promise.all([
    names.srv(asked.submissions),
    names.srv(asked.submission),
    names.srv(asked.imaps),
  ]);
  return { told: readSrv({ submissions, submission, imaps }, address), detail: null };
};

/** Who takes in a domain's mail usually sends it too: the company behind its mail exchanger is asked in the domain's place. */
const mx: Source = async (address, needs, signal) => {
  if (!(await mayAsk(address, needs))) return leftOut;
  const [exchanger] = await needs.names.mx(domainOf(address));
  const known = exchanger === undefined ? null : providerOfExchanger(exchanger);
  const company = exchanger === undefined ? null : getDomain(exchanger);
  if (known !== null) {
    const { smtp, imap } = presetFor(known, address, '');
    return { told: { smtp: [smtp], imap, wantsOauth: false }, detail: exchanger ?? null };
  }
  if (company == null || company === domainOf(address)) return { told: null, detail: exchanger ?? null };
  return firstFile([...autoconfigUrls(company), ispDatabaseUrl(company)], address, needs, signal);
};

export const sources: Readonly<Record<DiscoverySource, Source>> = { preset, autoconfig, 'isp-database': ispDatabase, srv, mx, probe };
