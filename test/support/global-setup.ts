// Before a test run: the authority of its servers, trusted by every process that the run starts; and the judges of its letters. For
// Vitest and Playwright.
import { startJudges } from './judges/start-judges';
import { provideTestAuthority } from './test-ca';

export default async (): Promise<() => Promise<void>> => {
  const endAuthority = await provideTestAuthority();
  const endJudges = startJudges();
  return async () => {
    await endJudges();
    endAuthority();
  };
};
