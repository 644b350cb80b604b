// Before a test run: the authority of its servers, trusted by every process that the run starts. For Vitest and Playwright.
import { provideTestAuthority } from './test-ca';

export default provideTestAuthority;
