// Templates and snippets out into a file, and what is said of a file before anything of it is taken over.
import type { CallOutput } from '../../contract/api';
import { fail, type Result, succeed } from '../../contract/failure';
import { largestTemplatesFile, type TemplateImport } from '../../contract/model/templates';
import { picturesOf } from '../../domain/identities/signature';
import { isBeyondReason } from '../../domain/letter-weight';
import { isSnippetName } from '../../domain/templates/names';
import type { CallHandlers } from '../rooms';
import { type Blob, readBlob } from '../store/blobs';
import { onDisk } from '../store/disk-failure';
import * as rows from '../store/templates';
import { type FileTemplate, fileFormat, fileVersion, type TemplatesFile, templatesFileSchema } from './file-format';
import type { TemplateNeeds } from './room';
import { takeOver } from './take-over';

const chunk = 1_000_000;
const refused = (why: Extract<TemplateImport, { kind: 'refused' }>['why']): Result<TemplateImport> => succeed({ kind: 'refused', why });

export function createTransfer(needs: TemplateNeeds): Pick<CallHandlers, 'templates.export' | 'templates.import'> {
  return {
    'templates.export': () => writeFile(needs),
    async 'templates.import'({ bytes }) {
      if (bytes.length > largestTemplatesFile) return refused('too-large');
      const file = readFile(bytes);
      return typeof file === 'string' ? refused(file) : takeOver(needs, file);
    },
  };
}

async function writeFile({ store, host }: TemplateNeeds): Promise<Result<CallOutput<'templates.export'>>> {
  const read = onDisk(() => {
    const templates = rows.listTemplates(store).map((template) => ({ ...template, files: rows.filesOf(store, template.id) }));
    const shown = new Set(templates.flatMap(({ content }) => picturesOf(content.html)));
    return { templates, pictures: [...shown].flatMap((sha256) => rows.findTemplatePicture(store, sha256) ?? []) };
  }, store.profile);
  if (!read.ok) return read;
  const { templates, pictures } = read.value;
  const size = [...templates.flatMap(({ files }) => files), ...pictures].reduce((sum, one) => sum + one.size, 0);
  // Base64 takes a third more, and the texts their place.
  if (size * 1.4 > largestTemplatesFile) return fail('message-too-large', { size, limit: Math.floor(largestTemplatesFile / 1.4) });
  const withData = async ({ name, type, ...blob }: Blob & { readonly name: string; readonly type: string }) => {
    const parts: Buffer[] = [];
    for await (const part of readBlob(store, blob, chunk, true)) parts.push(Buffer.from(part));
    return { name, type, data: Buffer.concat(parts).toString('base64') };
  };
  try {
    const file: TemplatesFile = {
      format: fileFormat,
      version: fileVersion,
      exportedAt: new Date(host.clock.now()).toISOString(),
      templates: await Promise.all(
        templates.map(async ({ kind, name, content, files }) => ({
          kind,
          name,
          ...content,
          files: await Promise.all(files.map(withData)),
        })),
      ),
      pictures: await Promise.all(pictures.map(withData)),
    };
    const bytes = Buffer.from(`${JSON.stringify(file, null, 2)}\n`);
    return bytes.length > largestTemplatesFile
      ? fail('message-too-large', { size: bytes.length, limit: largestTemplatesFile })
      : succeed({ bytes, count: templates.length });
  } catch (error) {
    return fail('attachment-missing', { detail: error instanceof Error ? error.message.slice(0, 300) : '' });
  }
}

function readFile(bytes: Uint8Array): TemplatesFile | 'unreadable' | 'not-templates' | 'newer' | 'damaged' {
  let value: unknown;
  try {
    value = JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes));
  } catch {
    return 'unreadable';
  }
  const head = typeof value === 'object' && value !== null ? (value as { readonly format?: unknown; readonly version?: unknown }) : {};
  if (head.format !== fileFormat) return 'not-templates';
  if (typeof head.version === 'number' && head.version > fileVersion) return 'newer';
  const parsed = templatesFileSchema.safeParse(value);
  if (!parsed.success || parsed.data.templates.some(isBad) || !parsed.data.pictures.every(isWhole)) return 'damaged';
  return parsed.data;
}

/** A text that would keep the page busy for minutes is none of ours, nor is a file that was cut off. */
const isBad = ({ kind, name, html, files }: FileTemplate): boolean =>
  name.trim() === '' || (kind === 'snippet' && !isSnippetName(name)) || isBeyondReason(html) || !files.every(isWhole);

const isWhole = ({ data }: { readonly data: string }): boolean =>
  data.length % 4 === 0 && Buffer.byteLength(data, 'base64') === Buffer.from(data, 'base64').length;
