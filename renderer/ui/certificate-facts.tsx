// What a certificate says of itself, unfolded when it is asked for.
import { Button } from '@mantine/core';
import { useId, useState } from 'react';
import type { Certificate } from '../../electron/contract/failure';
import type { CoachWords } from '../strings/en/coach';
import { formatDay } from '../strings/format';
import { useLanguage } from '../strings/words';
import classes from './certificate-facts.module.css';

export function CertificateFacts({ certificate, page }: { readonly certificate: Certificate; readonly page: CoachWords['page'] }) {
  const [isOpen, setOpen] = useState(false);
  const id = useId();
  return (
    <div>
      <Button
        variant="subtle"
        size="compact-sm"
        className={classes.toggle ?? ''}
        aria-expanded={isOpen}
        aria-controls={id}
        onClick={() => setOpen(!isOpen)}
      >
        {isOpen ? page.hideCertificate : page.actions['show-certificate']}
      </Button>
      <div id={id} hidden={!isOpen}>
        <CertificateList certificate={certificate} words={page.certificate} />
      </div>
    </div>
  );
}

export function CertificateList({
  certificate,
  words,
}: {
  readonly certificate: Certificate;
  readonly words: CoachWords['page']['certificate'];
}) {
  const language = useLanguage();
  const { subject, names, issuer, validFrom, validTo, chain, fingerprint256 } = certificate;
  const facts: readonly (readonly [string, string])[] = [
    [words.subject, subject],
    [words.names, names.join(', ')],
    [words.issuer, issuer],
    [words.valid, words.validFromTo(formatDay(validFrom, language), formatDay(validTo, language))],
    [words.chain, chain.join(' → ')],
    [words.fingerprint, fingerprint256],
  ];
  return (
    <dl className={classes.facts}>
      {facts.map(
        ([name, fact]) =>
          fact !== '' && (
            <div key={name} className={classes.fact}>
              <dt>{name}</dt>
              <dd>{fact}</dd>
            </div>
          ),
      )}
    </dl>
  );
}
