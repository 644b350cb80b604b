// The small values that the model is made of.
import { z } from 'zod';

export const id = z
  .string()
  .min(1)
  .max(64)
  .refine((text) => !/\p{Cc}/u.test(text), 'one word');
/** Text without a line break. */
export const line = z
  .string()
  .max(1000)
  .refine((text) => !/[\r\n\0]/.test(text), 'one line');
