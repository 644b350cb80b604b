// The steps of one conversation: each named in plain words, its raw lines beside it. It grows while the message is being sent, and
// the view stays at its end unless somebody has scrolled up to read.
import { Button } from '@mantine/core';
import { IconArrowDown } from '@tabler/icons-react';
import { memo, useCallback, useLayoutEffect, useMemo, useRef, useState } from 'react';
import type { TranscriptLine } from '../../../electron/contract/model/outbox';
import { groupSteps, type StepGroup } from '../../../electron/domain/smtp-steps';
import { useStrings } from '../../strings/words';
import { StateChip } from '../../ui/state-chip';
import { Time } from '../../ui/time';
import type { Tone } from '../../ui/tone';
import classes from './conversation.module.css';

/** px from the end that still count as the end. */
const NEAR = 24;

export function ConversationSteps({ lines, isLive }: { readonly lines: readonly TranscriptLine[]; readonly isLive: boolean }) {
  const { outbox } = useStrings();
  const words = outbox.conversation;
  const scroller = useRef<HTMLDivElement>(null);
  const [follows, setFollows] = useState(true);
  const groups = useMemo(() => groupSteps(lines), [lines]);
  const toEnd = useCallback((): void => {
    const element = scroller.current;
    if (element !== null) element.scrollTop = element.scrollHeight;
  }, []);
  const isFollowing = isLive && follows;
  const hasLines = lines.length > 0;
  // Told of every change of size: a new line, and that it was unfolded at all.
  useLayoutEffect(() => {
    const content = scroller.current?.firstElementChild;
    if (!isFollowing || !hasLines || content == null) return;
    const observer = new ResizeObserver(toEnd);
    observer.observe(content);
    return () => observer.disconnect();
  }, [isFollowing, hasLines, toEnd]);
  const onScroll = (): void => {
    const element = scroller.current;
    if (element !== null) setFollows(element.scrollHeight - element.scrollTop - element.clientHeight < NEAR);
  };
  if (lines.length === 0) return <p className={classes.nothing}>{isLive ? words.waiting : words.nothing}</p>;
  return (
    <div className={classes.frame}>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be within reach of the keyboard */}
      <div ref={scroller} className={classes.steps} role="log" aria-live="off" aria-label={words.title} tabIndex={0} onScroll={onScroll}>
        <ol>
          {groups.map((group, index) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: a conversation only grows at its end
            <Step key={index} group={group} isAwaited={isLive && index === groups.length - 1} />
          ))}
        </ol>
      </div>
      {isLive && !follows && (
        <Button
          className={classes.toEnd ?? ''}
          size="compact-sm"
          leftSection={<IconArrowDown size={14} stroke={2} aria-hidden />}
          onClick={() => {
            setFollows(true);
            toEnd();
          }}
        >
          {words.toEnd}
        </Button>
      )}
    </div>
  );
}

type StepProps = { readonly group: StepGroup; readonly isAwaited: boolean };

/** Lines never change once they are said: a step is the same as long as there are as many. */
const isSame = (before: StepProps, after: StepProps): boolean =>
  before.isAwaited === after.isAwaited &&
  before.group.step === after.group.step &&
  before.group.outcome === after.group.outcome &&
  before.group.lines.length === after.group.lines.length &&
  before.group.lines[0]?.at === after.group.lines[0]?.at &&
  before.group.lines[0]?.text === after.group.lines[0]?.text;

const Step = memo(function Step({ group, isAwaited }: StepProps) {
  const { outbox } = useStrings();
  const words = outbox.conversation;
  const outcome = tellOutcome(group, isAwaited, words);
  return (
    <li className={classes.step} data-outcome={group.outcome ?? undefined}>
      <div className={classes.name}>
        <p>{words.steps[group.step]}</p>
        {outcome !== null && <StateChip tone={outcome.tone}>{outcome.text}</StateChip>}
      </div>
      <ol className={classes.lines}>
        {group.lines.map(({ at, from, text }, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: a step only grows at its end
          <li key={index} data-from={from}>
            <Time at={at} as="exact" />
            <span className={classes.speaker}>{from === 'client' ? words.client : words.server}</span>
            <samp>{text}</samp>
          </li>
        ))}
      </ol>
    </li>
  );
}, isSame);

type Words = ReturnType<typeof useStrings>['outbox']['conversation'];

/** That all went well needs no word; the message and its end have their answer in the step that follows. */
function tellOutcome(
  { step, outcome }: StepGroup,
  isAwaited: boolean,
  words: Words,
): { readonly tone: Tone; readonly text: string } | null {
  if (outcome === 'refused') return { tone: 'bad', text: words.refused };
  if (outcome === 'later') return { tone: 'warn', text: words.later };
  if (outcome === 'fine') return step === 'reply' ? { tone: 'good', text: words.fine } : null;
  if (isAwaited) return { tone: 'wait', text: words.waiting };
  return step === 'message' || step === 'dot' || step === 'goodbye' ? null : { tone: 'warn', text: words.noAnswer };
}
