// A Send that failed while its writer was elsewhere: told at the foot of the window, with the way back to the letter.
import type { Failure } from '../../../electron/contract/failure';
import type { Strings } from '../../strings/en';
import { open } from '../frame/navigation';
import { say } from '../frame/notices';
import type { DraftKeeper } from './draft-keeper';

/** ms: whoever is in another room has something else in mind. */
const lasts = 60_000;

/** `problems` empty: the writer was to be asked something first. */
export function tellUnsent({ draftId, content }: DraftKeeper, problems: readonly Failure[], { compose, failures }: Strings): void {
  const { subject } = content();
  const [problem] = problems;
  const why = problem === undefined ? '' : ` ${failures[problem.code].says(problem)}`;
  const text = `${compose.notSent(subject === '' ? compose.noSubject : subject)}${why}`;
  say({ tone: 'bad', text, action: { label: compose.openUnsent, run: () => open('drafts', draftId) } }, lasts);
}
