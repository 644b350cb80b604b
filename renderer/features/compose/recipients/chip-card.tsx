// What a chip tells: name and address, the last letter and the way to it, and what can be done with the chip.
import { Button } from '@mantine/core';
import { type ReactNode, useEffect, useState } from 'react';
import type { PersonCard } from '../../../../electron/contract/model/people';
import { asciiDomain } from '../../../../electron/domain/addresses';
import { readableAddress } from '../../../../electron/domain/people/readable';
import { call } from '../../../api';
import { formatDateTime } from '../../../strings/moments';
import { useLanguage, useStrings } from '../../../strings/words';
import { messageKey, open } from '../../frame/navigation';
import type { Chip } from '../recipients';
import classes from './chip-card.module.css';
import { type FieldName, fieldNames } from './family';

type Props = {
  readonly chip: Chip;
  readonly field: FieldName;
  readonly onMove: (to: FieldName) => void;
  readonly onEdit: () => void;
};

/** Members that are named; the rest is counted. */
const NAMED = 12;

export function ChipCard({ chip, field, onMove, onEdit }: Props) {
  const { people, compose } = useStrings();
  return (
    <div className={classes.card}>
      {chip.kind === 'good' && <AboutPerson name={chip.name} address={chip.address} />}
      {chip.kind === 'group' && (
        <Section title={chip.name} soft={people.count(chip.members.length)}>
          <ul className={classes.members}>
            {chip.members.slice(0, NAMED).map((one) => (
              <li key={one.kind === 'good' ? one.address : one.text}>{one.kind === 'good' ? one.name || one.address : one.text}</li>
            ))}
            {chip.members.length > NAMED && <li>{compose.more(chip.members.length - NAMED)}</li>}
          </ul>
        </Section>
      )}
      <div className={classes.buttons}>
        <Button size="xs" variant="default" onClick={onEdit}>
          {chip.kind === 'group' ? people.expand : people.edit}
        </Button>
        {fieldNames
          .filter((name) => name !== field)
          .map((name) => (
            <Button key={name} size="xs" variant="default" onClick={() => onMove(name)}>
              {people.moveTo(compose[name])}
            </Button>
          ))}
      </div>
    </div>
  );
}

function Section(props: { readonly title: string; readonly soft: string; readonly children?: ReactNode }) {
  return (
    <>
      <p className={classes.title}>{props.title}</p>
      <p className={classes.soft}>{props.soft}</p>
      {props.children}
    </>
  );
}

function AboutPerson({ name, address }: { readonly name: string; readonly address: string }) {
  const { people } = useStrings();
  const language = useLanguage();
  const [card, setCard] = useState<PersonCard | null | 'asking'>('asking');
  useEffect(() => {
    let isGone = false;
    void call('people.card', { address }).then((answer) => {
      if (!isGone) setCard(answer.ok ? answer.value : null);
    });
    return () => {
      isGone = true;
    };
  }, [address]);
  const known = card === 'asking' ? null : card;
  const called = name || known?.name || '';
  const readable = readableAddress(address);
  const ascii = asciiDomain(address.slice(address.lastIndexOf('@') + 1));
  const isForeign = ascii !== null && !readable.toLowerCase().endsWith(`@${ascii}`);
  const last = known?.last ?? null;
  return (
    <Section title={called === '' ? readable : called} soft={called === '' ? '' : readable}>
      {isForeign && <p className={classes.soft}>{people.inAscii(ascii)}</p>}
      <div className={classes.last}>
        {last !== null ? (
          <>
            <p className={classes.soft}>{people.lastLetter(formatDateTime(last.at, language), known?.times ?? 1)}</p>
            <Button
              size="xs"
              variant="subtle"
              className={classes.open ?? ''}
              data-autofocus
              onClick={() => open('sent', messageKey(last.ref))}
            >
              {last.subject.trim() === '' ? people.openLast : last.subject}
            </Button>
          </>
        ) : (
          card !== 'asking' && <p className={classes.soft}>{people.noLetter}</p>
        )}
      </div>
    </Section>
  );
}
