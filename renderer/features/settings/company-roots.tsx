// In the settings: the company's own certificate authorities, looked at before they are trusted.
import { Button } from '@mantine/core';
import { type ChangeEvent, useEffect, useId, useRef, useState } from 'react';
import type { Certificate } from '../../../electron/contract/failure';
import { call } from '../../api';
import { formatDay } from '../../strings/format';
import { useLanguage, useStrings } from '../../strings/words';
import { session } from '../frame/session';
import { changeSettings } from './change-settings';
import classes from './company-roots.module.css';

type Known = { readonly certificate: Certificate; readonly pem: string };
/** The engine reads no longer file than this. */
const largest = 500_000;

export function CompanyRoots() {
  const { way: words } = useStrings();
  const language = useLanguage();
  const stored = session.use(({ settings }) => settings.companyRoots);
  const [known, setKnown] = useState<readonly Known[]>([]);
  const [wrong, setWrong] = useState<string | null>(null);
  const input = useRef<HTMLInputElement>(null);
  const id = useId();
  const text = (stored ?? []).join('\n');

  useEffect(() => {
    let isGone = false;
    if (text === '') setKnown([]);
    else void call('certificates.read', { text }).then((read) => !isGone && read.ok && setKnown(read.value));
    return () => {
      isGone = true;
    };
  }, [text]);

  const add = async (event: ChangeEvent<HTMLInputElement>): Promise<void> => {
    const [file] = event.target.files ?? [];
    event.target.value = ''; // or the same file could not be chosen again
    if (file === undefined) return;
    const read = file.size > largest ? null : await call('certificates.read', { text: await file.text() });
    if (read === null || !read.ok) return setWrong(words.rootsWrong);
    if (!read.value.every(({ isAuthority }) => isAuthority)) return setWrong(words.notAuthority);
    setWrong(null);
    const all = new Set([...(stored ?? []), ...read.value.map(({ pem }) => pem)]);
    await changeSettings({ companyRoots: [...all].slice(0, 30) });
  };
  return (
    <section className={classes.roots} aria-labelledby={id}>
      <h3 id={id} className={classes.title}>
        {words.roots}
      </h3>
      <p className={classes.soft}>{words.rootsHint}</p>
      {known.length > 0 && (
        <ul className={classes.list}>
          {known.map(({ certificate, pem }) => (
            <li key={certificate.fingerprint256} className={classes.item}>
              <div>
                <p>
                  {certificate.subject} <span className={classes.soft}>{words.rootUntil(formatDay(certificate.validTo, language))}</span>
                </p>
                <samp className={classes.fingerprint}>{certificate.fingerprint256}</samp>
              </div>
              <Button
                variant="subtle"
                color="red"
                size="compact-sm"
                onClick={() => void changeSettings({ companyRoots: known.filter((one) => one.pem !== pem).map((one) => one.pem) })}
              >
                {words.removeRoot(certificate.subject)}
              </Button>
            </li>
          ))}
        </ul>
      )}
      <div>
        <Button variant="default" onClick={() => input.current?.click()}>
          {words.addRoot}
        </Button>
        <input ref={input} type="file" accept=".pem,.crt,.cer" hidden aria-label={words.addRoot} onChange={(event) => void add(event)} />
      </div>
      <p role="status" className={classes.wrong}>
        {wrong}
      </p>
    </section>
  );
}
