// Templates and snippets as one file, to take to another computer: JSON, with files and pictures in base64.
import { z } from 'zod';
import { draftContentSchema } from '../../contract/model/drafts';
import { largestTemplatesFile, templateContentSchema, templateKindSchema } from '../../contract/model/templates';

export const fileFormat = 'brevduva-templates';
export const fileVersion = 1;

const data = z.string().max(largestTemplatesFile);
const shortLine = draftContentSchema.shape.subject.max(255);

export const templatesFileSchema = z.object({
  format: z.literal(fileFormat),
  version: z.literal(fileVersion),
  exportedAt: z.string().max(40),
  templates: z
    .array(
      z.object({
        kind: templateKindSchema,
        name: z.string().min(1).max(100),
        ...templateContentSchema.shape,
        files: z.array(z.object({ name: shortLine, type: shortLine, data })).max(100),
      }),
    )
    .max(10_000),
  /** Those that the texts show; they are named in them by their hash. */
  pictures: z.array(z.object({ name: shortLine, type: shortLine, data })).max(10_000),
});
export type TemplatesFile = Readonly<z.infer<typeof templatesFileSchema>>;
export type FileTemplate = TemplatesFile['templates'][number];
