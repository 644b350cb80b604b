// "2 things to look at", beside Send; and the panel in which they are, each with what mends it.
import { Button, Popover } from '@mantine/core';
import type { Editor } from '@tiptap/core';
import { useEffect, useId, useRef, useState } from 'react';
import { domainsThatAreRight, type Finding, findingKey } from '../../../electron/domain/letter-checks/finding';
import { useStrings } from '../../strings/words';
import { session } from '../frame/session';
import classes from './checks/check-panel.module.css';
import { FindingRow } from './checks/finding-row';
import { keepFine } from './checks/fine';
import { NUMBERED } from './checks/panel-keys';
import { ProblemRow } from './checks/problem-row';
import { sayProblem } from './checks/say-finding';
import type { Fixes } from './checks/use-fixes';
import { CHECK_PANEL_ID, usePanelFocus } from './checks/use-panel-focus';
import sheetClasses from './composer.module.css';
import type { DraftKeeper } from './draft-keeper';
import { askAgain, putAside } from './recipients/known-people';
import { sheetKeyName } from './sheet-actions';
import type { Checks } from './use-checks';
import { useKeyName } from './use-key-name';

type Props = {
  readonly keeper: DraftKeeper;
  readonly editor: Editor;
  readonly checks: Checks;
  readonly fixes: Fixes;
  /** Sending waits for a second click: show why. */
  readonly isAsking: boolean;
  readonly isOpen: boolean;
  readonly setOpen: (isOpen: boolean) => void;
};

/** More are counted, not listed. */
const LISTED = 30;

export function CheckCount({ keeper, editor, checks, fixes, isAsking, isOpen, setOpen }: Props) {
  const strings = useStrings();
  const { compose, frame, letterChecks } = strings;
  const keyName = useKeyName();
  const panel = useRef<HTMLDivElement>(null);
  const titleId = useId();
  const [isUnasked, setUnasked] = useState(false);
  const [saidFine, setSaidFine] = useState<readonly string[]>([]);
  useEffect(() => {
    if (!isAsking) return;
    setUnasked(true);
    setOpen(true);
  }, [isAsking, setOpen]);
  const findings = checks.findings.filter((finding) => !saidFine.includes(findingKey(finding)));
  const count = checks.problems.length + findings.length;
  const keyed = withKeys(findings).slice(0, LISTED);
  const problems = checks.problems.slice(0, LISTED);
  const listed = problems.length + keyed.length;
  const hasSingleKeys = session.use((value) => value.settings.hasSingleKeys);
  const numberOf = (index: number): number | null => (hasSingleKeys && index < NUMBERED ? index + 1 : null);
  const close = (): void => {
    setOpen(false);
    setUnasked(false);
  };
  const lines = `${checks.problems.length} ${keyed.map(([key]) => key).join('\n')}`;
  const { goBack, onKeyDown, onFocus } = usePanelFocus({ panel, editor, isOpen, isUnasked, lines, close, hasSingleKeys });
  const sayFine = (finding: Finding): void => {
    const key = findingKey(finding);
    setSaidFine((before) => [...before, key]);
    keepFine(keeper, [key]);
    if (finding.kind === 'address-doubted') putAside([finding.doubt.domain]); // its chip need not ask any more
  };
  const lookAgain = (): void => {
    setSaidFine([]);
    askAgain(domainsThatAreRight(keeper.content().fine ?? []));
    keeper.change({ fine: [] });
    panel.current?.focus();
  };
  if (count === 0 && !isOpen) return null;
  return (
    <Popover
      opened={isOpen}
      onChange={(opened) => !opened && close()}
      position="top-end"
      shadow="md"
      width={380}
      withinPortal={false}
      closeOnEscape={false}
      transitionProps={{ duration: 0 }}
    >
      <Popover.Target>
        <Button
          variant="subtle"
          color="gray"
          size="compact-sm"
          className={sheetClasses.checks ?? ''}
          title={keyName(sheetKeyName('showChecks', frame.keyNames) ?? '')}
          onClick={() => (isOpen ? goBack() : setOpen(true))}
        >
          {count === 0 ? letterChecks.nothing : compose.checks(count)}
        </Button>
      </Popover.Target>
      <Popover.Dropdown aria-labelledby={titleId}>
        {/* biome-ignore lint/a11y/noStaticElementInteractions: the arrows only spare the hand some Tabs */}
        <div ref={panel} id={CHECK_PANEL_ID} className={classes.panel} tabIndex={-1} onKeyDown={onKeyDown} onFocus={onFocus}>
          <h2 id={titleId} className={classes.title}>
            {compose.checksTitle}
          </h2>
          {count === 0 && <p className={classes.nothing}>{letterChecks.nothing}</p>}
          <ul className={classes.list}>
            {problems.map((failure, index) => (
              <ProblemRow
                key={sayProblem(strings, failure)}
                failure={failure}
                place={fixes.goToProblem(failure)}
                number={numberOf(index)}
                leave={close}
              />
            ))}
            {keyed.map(([key, finding], index) => (
              <FindingRow
                key={key}
                finding={finding}
                fixes={fixes}
                leave={close}
                sayFine={sayFine}
                number={numberOf(problems.length + index)}
              />
            ))}
            {count > listed && <li className={classes.row}>{compose.more(count - listed)}</li>}
          </ul>
          {fixes.undoBcc !== null && (
            <p className={classes.moved}>
              {letterChecks.movedToBcc}
              <Button variant="default" size="compact-sm" onClick={fixes.undoBcc}>
                {letterChecks.undo}
              </Button>
            </p>
          )}
          {isOpen && (keeper.content().fine ?? []).length > 0 && (
            <Button className={classes.again ?? ''} variant="subtle" color="gray" size="compact-sm" onClick={lookAgain}>
              {letterChecks.lookAgain}
            </Button>
          )}
        </div>
      </Popover.Dropdown>
    </Popover>
  );
}

/** The same words may stand in the letter twice. */
function withKeys(findings: readonly Finding[]): (readonly [string, Finding])[] {
  const seen = new Map<string, number>();
  return findings.map((finding) => {
    const key = findingKey(finding);
    const times = (seen.get(key) ?? 0) + 1;
    seen.set(key, times);
    return [`${key} ${times}`, finding] as const;
  });
}
