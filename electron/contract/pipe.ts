// What travels on the port between the page and the engine.
import { z } from 'zod';

const requestId = z.number().int().min(1);

export const toEngineSchema = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('call'), id: requestId, name: z.string().max(64), input: z.unknown() }),
  z.object({ kind: z.literal('watch'), id: requestId, name: z.string().max(64), input: z.unknown() }),
  z.object({ kind: z.literal('unwatch'), id: requestId }),
]);
export type ToEngine = z.infer<typeof toEngineSchema>;

export const toPageSchema = z.discriminatedUnion('kind', [
  /** `result` is a Result of the call's output. */
  z.object({ kind: z.literal('answer'), id: requestId, result: z.unknown() }),
  /** `result` is a Result of the query's output; a failure ends the watch. */
  z.object({ kind: z.literal('snapshot'), id: requestId, result: z.unknown() }),
]);
export type ToPage = z.infer<typeof toPageSchema>;
