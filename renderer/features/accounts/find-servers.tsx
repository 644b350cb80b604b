// Looks for the servers of an address nobody knows yet, and fills them in; those of another domain only when the person agrees.
import { Button } from '@mantine/core';
import { useEffect, useRef, useState } from 'react';
import type { Discovery, FoundServers } from '../../../electron/contract/model/discovery';
import { useQuery } from '../../hooks/use-query';
import { useStrings } from '../../strings/words';
import { Banner } from '../../ui/banner';
import type { AccountForm } from './account-form';
import { AskedSources } from './asked-sources';
import classes from './find-servers.module.css';
import { withFound } from './found-servers';

type Props = {
  readonly form: AccountForm;
  readonly onChange: (form: AccountForm) => void;
};

/** Shown for one address: with another one it has to be drawn anew (by its key). What was typed by hand is not overwritten. */
export function FindServers({ form, onChange }: Props) {
  const { findServers: words } = useStrings();
  const [isOver, setOver] = useState(false);
  const [asked] = useState(form);
  const { value, failure } = useQuery('accounts.discover', isOver ? null : { address: asked.address });
  const found = value?.isDone === true ? value.found : null;
  const isUntouched = form.smtp === asked.smtp && form.imap === asked.imap;
  const [filled, setFilled] = useState<{ readonly servers: FoundServers; readonly sources: Discovery['sources'] } | null>(null);
  const fill = useRef<(servers: FoundServers) => void>(() => undefined);
  useEffect(() => {
    fill.current = (servers) => {
      setOver(true);
      if (!isUntouched) return;
      onChange(withFound(form, servers));
      setFilled({ servers, sources: value?.sources ?? [] });
    };
  });
  useEffect(() => {
    if (found !== null && found.foreignHosts.length === 0) fill.current(found);
  }, [found]);

  if (filled !== null) {
    return (
      <>
        <Banner tone="good">{words.found(words.sources[filled.servers.source])}</Banner>
        <AskedSources sources={filled.sources} isDone />
      </>
    );
  }
  if (isOver || failure !== null) return null;
  if (found !== null) {
    return (
      <>
        <Banner tone="warn">
          <p>{words.foreign(found.foreignHosts.join(', '))}</p>
          <p>{words.foreignWhy}</p>
          <p className={classes.ways}>
            <Button size="xs" onClick={() => fill.current(found)}>
              {words.use}
            </Button>
            <Button size="xs" variant="subtle" onClick={() => setOver(true)}>
              {words.leave}
            </Button>
          </p>
        </Banner>
        <AskedSources sources={value?.sources ?? []} isDone />
      </>
    );
  }
  if (value?.isDone === true) {
    const isProxied = value.sources.some(({ state }) => state === 'left-out');
    return (
      <>
        <Banner tone="plain">{isProxied ? words.nothingByProxy : words.nothing}</Banner>
        <AskedSources sources={value.sources} isDone />
      </>
    );
  }
  return (
    <>
      <Banner
        tone="wait"
        action={
          <Button size="xs" variant="subtle" onClick={() => setOver(true)}>
            {words.stop}
          </Button>
        }
      >
        {words.looking}
      </Banner>
      <AskedSources sources={value?.sources ?? []} isDone={false} />
    </>
  );
}
