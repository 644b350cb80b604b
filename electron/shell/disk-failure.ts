// From an error of the file system to a failure a person can act on.
import path from 'node:path';
import { type FailureCode, fail, type Result } from '../contract/failure';

const codes: Readonly<Record<string, FailureCode>> = {
  ENOSPC: 'disk-full',
  EDQUOT: 'disk-full',
  EROFS: 'disk-read-only',
  EACCES: 'disk-read-only',
  EPERM: 'disk-read-only',
};

/** Names the folder of `file`, not the file: that is what a person can make room in or get permission for. */
export function diskFailure(error: unknown, file: string): Result<never> {
  const code = error instanceof Error && 'code' in error && typeof error.code === 'string' ? error.code : '';
  return fail(codes[code] ?? 'disk-error', { name: path.basename(path.dirname(file)), detail: code });
}
