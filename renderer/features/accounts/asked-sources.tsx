// Who was asked for an address's servers: how each stands, what it named, and how long it took. Afterwards only for those who want to know.
import { Button } from '@mantine/core';
import { useState } from 'react';
import type { Discovery } from '../../../electron/contract/model/discovery';
import { useStrings } from '../../strings/words';
import { StepLine, type StepState } from '../../ui/step-line';
import classes from './find-servers.module.css';

type Source = Discovery['sources'][number];

const stepOf: Readonly<Record<Source['state'], StepState>> = {
  running: 'running',
  found: 'fine',
  nothing: 'skipped',
  refused: 'attention',
  late: 'skipped',
  'left-out': 'skipped',
};

export function AskedSources({ sources, isDone }: { readonly sources: readonly Source[]; readonly isDone: boolean }) {
  const { findServers: words } = useStrings();
  const [isOpen, setOpen] = useState(false);
  if (sources.length === 0) return null;
  return (
    <>
      {isDone && (
        <p className={classes.toggle}>
          <Button variant="subtle" size="compact-sm" px={2} aria-expanded={isOpen} onClick={() => setOpen(!isOpen)}>
            {isOpen ? words.hide : words.show}
          </Button>
        </p>
      )}
      {(isOpen || !isDone) && (
        <ol className={classes.sources} aria-label={words.show}>
          {sources.map(({ id, state, detail, took }) => {
            // Whoever was still being asked when the answer was there was not waited for.
            const isLeft = isDone && state === 'running';
            const said = isLeft ? words.notNeeded : words.states[state];
            return (
              <StepLine
                key={id}
                name={words.sources[id]}
                state={isLeft ? 'skipped' : stepOf[state]}
                stateWords={said}
                found={state === 'found' || state === 'refused' ? detail : null}
                took={took}
              >
                {(isLeft || state !== 'running') && <p className={classes.state}>{said}</p>}
              </StepLine>
            );
          })}
        </ol>
      )}
    </>
  );
}
