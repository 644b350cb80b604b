// "2 things to look at", and what they are.
import { Button, Popover } from '@mantine/core';
import { IconAlertTriangle, IconInfoCircle } from '@tabler/icons-react';
import { useEffect, useState } from 'react';
import type { Failure } from '../../../electron/contract/failure';
import type { SendHint } from '../../../electron/domain/send-hints';
import type { Strings } from '../../strings/en';
import { formatCount } from '../../strings/moments';
import { useLanguage, useStrings } from '../../strings/words';
import classes from './composer.module.css';
import type { Checks } from './use-checks';

type Props = {
  readonly checks: Checks;
  /** Sending waits for a second click: show why. */
  readonly isAsking: boolean;
  readonly focusTo: () => void;
};

function sayProblem({ compose, failures }: Strings, failure: Failure): string {
  switch (failure.code) {
    case 'no-recipient':
      return compose.check.noRecipient;
    case 'address-invalid':
      return compose.check.badAddress(failure.address ?? '');
    case 'account-missing':
      return compose.check.noAccount;
    default:
      return failures[failure.code].says(failure);
  }
}

function sayHint({ compose }: Strings, hint: SendHint, count: (value: number) => string): string {
  switch (hint.kind) {
    case 'no-subject':
      return compose.check.noSubject;
    case 'attachment-forgotten':
      return compose.check.attachmentForgotten(hint.word);
    case 'attachment-empty':
      return compose.check.attachmentEmpty(hint.name);
    case 'many-visible':
      return compose.check.manyVisible(count(hint.count));
  }
}

/** More are counted, not listed. */
const LISTED = 6;

export function CheckCount({ checks, isAsking, focusTo }: Props) {
  const strings = useStrings();
  const language = useLanguage();
  const [isOpen, setOpen] = useState(false);
  useEffect(() => {
    if (isAsking) setOpen(true);
  }, [isAsking]);
  const lines = [
    ...checks.problems.map((failure) => ({ isProblem: true, text: sayProblem(strings, failure) })),
    ...checks.hints.map((hint) => ({ isProblem: false, text: sayHint(strings, hint, (value) => formatCount(value, language)) })),
  ];
  if (lines.length === 0) return null;
  return (
    <Popover opened={isOpen} onChange={setOpen} position="top-end" shadow="md" width={340}>
      <Popover.Target>
        <Button variant="subtle" color="gray" size="compact-sm" className={classes.checks ?? ''} onClick={() => setOpen(!isOpen)}>
          {strings.compose.checks(lines.length)}
        </Button>
      </Popover.Target>
      <Popover.Dropdown aria-label={strings.compose.checksTitle}>
        <h2 className={classes.checksTitle}>{strings.compose.checksTitle}</h2>
        <ul className={classes.checkList}>
          {lines.slice(0, LISTED).map(({ isProblem, text }) => (
            <li key={text} data-problem={isProblem || undefined}>
              {isProblem ? (
                <IconAlertTriangle size={16} stroke={1.75} aria-hidden />
              ) : (
                <IconInfoCircle size={16} stroke={1.75} aria-hidden />
              )}
              <span>{text}</span>
            </li>
          ))}
          {lines.length > LISTED && <li>{strings.compose.more(lines.length - LISTED)}</li>}
        </ul>
        {checks.problems.some(({ code }) => code === 'no-recipient' || code === 'address-invalid') && (
          <Button
            variant="default"
            size="compact-sm"
            mt="sm"
            onClick={() => {
              setOpen(false);
              focusTo();
            }}
          >
            {strings.compose.goTo(strings.compose.to)}
          </Button>
        )}
      </Popover.Dropdown>
    </Popover>
  );
}
