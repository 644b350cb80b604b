// One finding: what it is and where, what mends it, and "Fine".
import { Button, TextInput } from '@mantine/core';
import { IconInfoCircle } from '@tabler/icons-react';
import { type ReactNode, useId, useState } from 'react';
import { canBeFine, type Finding } from '../../../../electron/domain/letter-checks/finding';
import { useLanguage, useStrings } from '../../../strings/words';
import classes from './check-panel.module.css';
import { sayFinding, sayFix } from './say-finding';
import type { Fixes } from './use-fixes';

type Props = {
  readonly finding: Finding;
  readonly fixes: Fixes;
  /** Shuts the panel; the person goes on where they were led. */
  readonly leave: () => void;
  readonly sayFine: (finding: Finding) => void;
  /** The key that mends it; null: it has none. */
  readonly number: number | null;
};

export function FindingRow({ finding, fixes, leave, sayFine, number }: Props) {
  const strings = useStrings();
  const language = useLanguage();
  const sentenceId = useId();
  const [isDescribing, setDescribing] = useState(false);
  const { letterChecks } = strings;
  const sentence = sayFinding(strings, language, finding);
  const show = fixes.show(finding);
  const go = (work: () => void): void => {
    leave();
    work();
  };
  const mend = (): void => {
    const { run, goes } = fixes.fix(finding);
    if (finding.kind === 'picture-undescribed') setDescribing(true);
    else if (goes) go(run);
    else run();
  };
  return (
    <li className={classes.row} data-problem={!canBeFine(finding) || undefined}>
      <RowMark number={number}>
        <IconInfoCircle className={classes.icon} size={16} stroke={1.75} aria-hidden />
      </RowMark>
      <div className={classes.what}>
        {show === null ? (
          <span id={sentenceId}>{sentence}</span>
        ) : (
          <button type="button" id={sentenceId} className={classes.where} title={letterChecks.goThere} onClick={() => go(show)}>
            {sentence}
          </button>
        )}
        {isDescribing && finding.kind === 'picture-undescribed' ? (
          <Description
            describe={(alt) => fixes.describe(finding.source, alt)}
            decorate={() => {
              fixes.describe(finding.source, '');
              sayFine({ ...finding, alt: '' });
            }}
          />
        ) : (
          <div className={classes.actions}>
            <Button
              variant="default"
              size="compact-sm"
              data-fix
              aria-describedby={sentenceId}
              aria-keyshortcuts={number === null ? undefined : String(number)}
              onClick={mend}
            >
              {sayFix(strings, finding)}
            </Button>
            {canBeFine(finding) && (
              <Button
                variant="subtle"
                color="gray"
                size="compact-sm"
                data-fine
                aria-describedby={sentenceId}
                onClick={() => sayFine(finding)}
              >
                {letterChecks.fine}
              </Button>
            )}
          </div>
        )}
      </div>
    </li>
  );
}

/** What stands before a line: its key, or a sign. */
export function RowMark({ number, children }: { readonly number: number | null; readonly children: ReactNode }) {
  if (number === null) return children;
  return (
    <kbd className={classes.number} aria-hidden>
      {number}
    </kbd>
  );
}

type Described = { readonly describe: (alt: string) => void /** It tells nothing that the words do not. */; readonly decorate: () => void };

function Description({ describe, decorate }: Described) {
  const { letterChecks } = useStrings();
  const [alt, setAlt] = useState('');
  return (
    <form
      className={classes.actions}
      onSubmit={(event) => {
        event.preventDefault();
        if (alt.trim() !== '') describe(alt.trim());
      }}
    >
      <TextInput
        className={classes.description ?? ''}
        size="xs"
        aria-label={letterChecks.description}
        placeholder={letterChecks.description}
        value={alt}
        maxLength={500}
        autoFocus
        data-fix
        onChange={(event) => setAlt(event.currentTarget.value)}
      />
      <Button type="submit" variant="default" size="compact-sm">
        {letterChecks.describe}
      </Button>
      <Button variant="subtle" color="gray" size="compact-sm" onClick={decorate}>
        {letterChecks.decorative}
      </Button>
    </form>
  );
}
