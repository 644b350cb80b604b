// "Try it without an account": a practice account at once, and a sheet to write on.
import type { Failure } from '../../../electron/contract/failure';
import { writeFirst } from '../frame/navigation';
import { fillIn } from './account-form';
import { saveAccount } from './save-account';
import { freshWizard, wizard } from './wizard-store';

/** Null when it went well. */
export async function startPractice(practiceAddress: string): Promise<Failure | null> {
  const { form } = wizard.get();
  const failure = await saveAccount(fillIn({ ...form, address: practiceAddress, password: '' }, 'practice'));
  if (failure !== null) return failure;
  wizard.set(freshWizard());
  await writeFirst();
  return null;
}
