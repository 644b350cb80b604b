// Header fields of the person's own: a row each, with what is wrong beneath it.
import { ActionIcon, Button, Tooltip } from '@mantine/core';
import { IconPlus, IconX } from '@tabler/icons-react';
import { useRef } from 'react';
import type { OwnHeader } from '../../../../electron/contract/model/letter-options';
import { headerProblem } from '../../../../electron/domain/letter-options';
import { useStrings } from '../../../strings/words';
import { Field } from '../../../ui/field';
import classes from './options.module.css';

const MOST = 20;

export function OwnHeaders(props: { readonly headers: readonly OwnHeader[]; readonly onChange: (headers: OwnHeader[]) => void }) {
  const { headers, onChange } = props;
  const { letterOptions } = useStrings();
  const list = useRef<HTMLDivElement>(null);
  const set = (index: number, part: Partial<OwnHeader>): void =>
    onChange(headers.map((header, at) => (at === index ? { ...header, ...part } : header)));
  const add = (): void => {
    onChange([...headers, { name: 'X-', value: '' }]);
    requestAnimationFrame(() => list.current?.querySelector<HTMLInputElement>('[data-header]:last-child input')?.focus());
  };
  return (
    <div className={classes.group} ref={list}>
      <p className={classes.legend}>{letterOptions.headers}</p>
      {headers.map((header, index) => {
        const problem = headerProblem(headers, index);
        const isOfName = problem !== null && problem !== 'empty';
        return (
          // biome-ignore lint/suspicious/noArrayIndexKey: a row has nothing else by which it is told apart
          <div key={index} className={classes.header} data-header>
            <Field
              label={letterOptions.headerName}
              value={header.name}
              maxLength={76}
              autoComplete="off"
              error={isOfName ? letterOptions.headerProblems[problem] : undefined}
              onChange={(name) => set(index, { name })}
            />
            <Field
              label={letterOptions.headerValue}
              value={header.value}
              maxLength={900}
              autoComplete="off"
              error={problem === 'empty' ? letterOptions.headerProblems.empty : undefined}
              onChange={(value) => set(index, { value })}
            />
            <Tooltip label={letterOptions.removeHeader(header.name)}>
              <ActionIcon
                variant="subtle"
                color="gray"
                size={32}
                aria-label={letterOptions.removeHeader(header.name)}
                onClick={() => onChange(headers.filter((_header, at) => at !== index))}
              >
                <IconX size={18} stroke={1.75} aria-hidden />
              </ActionIcon>
            </Tooltip>
          </div>
        );
      })}
      <Button
        variant="subtle"
        size="compact-sm"
        className={classes.add ?? ''}
        disabled={headers.length >= MOST}
        leftSection={<IconPlus size={16} stroke={1.75} aria-hidden />}
        onClick={add}
      >
        {letterOptions.addHeader}
      </Button>
      <p className={classes.hint}>{letterOptions.headersHint}</p>
    </div>
  );
}
