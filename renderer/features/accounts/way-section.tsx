// The way to the account's servers: folded to one line while it is as usual.
import { Button } from '@mantine/core';
import { useId, useState } from 'react';
import type { TrustedCertificate } from '../../../electron/contract/model/way';
import { withoutPin } from '../../../electron/domain/way/pins';
import { formatDay, formatPlace } from '../../strings/format';
import { useLanguage, useStrings } from '../../strings/words';
import { Choice } from '../../ui/choice';
import { Field } from '../../ui/field';
import { session } from '../frame/session';
import { CompanyRoots } from '../settings/company-roots';
import type { AccountForm } from './account-form';
import { fieldId } from './field-ids';
import type { FieldErrors } from './server-fields';
import { hasServer, type WayForm, withProxy } from './way-form';
import classes from './way-section.module.css';

type Props = {
  readonly form: AccountForm;
  readonly errors: FieldErrors;
  /** Somebody was led here. */
  readonly isWanted: boolean;
  readonly onChange: (form: AccountForm) => void;
};

const kinds = ['none', 'system', 'socks5', 'http'] as const;

export function WaySection({ form, errors, isWanted, onChange }: Props) {
  const { way: words } = useStrings();
  const [wasOpened, setOpened] = useState(false);
  const id = useId();
  const hasError = Object.keys(errors).some((field) => field.startsWith('way.'));
  const isOpen = wasOpened || isWanted || hasError;
  // Before there is any account, the settings can't be reached yet.
  const isFirst = session.use(({ accounts }) => accounts.length === 0);
  const { way } = form;
  const change = (changes: Partial<WayForm>): void => onChange({ ...form, way: { ...way, ...changes } });
  return (
    <section className={classes.section} aria-labelledby={id}>
      <div className={classes.head}>
        <h3 id={id} className={classes.title}>
          {words.title}
        </h3>
        {!isOpen && <p className={classes.summary}>{summaryOf(form, words)}</p>}
        {!isWanted && !hasError && (
          <Button variant="subtle" size="compact-sm" aria-expanded={isOpen} onClick={() => setOpened(!wasOpened)}>
            {isOpen ? words.fold : words.change}
          </Button>
        )}
      </div>
      {isOpen && (
        <div className={classes.fields}>
          <Choice
            label={words.proxy}
            direction="row"
            value={way.proxy}
            options={kinds.map((kind) => ({ value: kind, label: words.proxies[kind] }))}
            onChange={(proxy) => onChange({ ...form, way: withProxy(way, proxy) })}
          />
          <p className={classes.hint}>{words.proxyHints[way.proxy]}</p>
          {hasServer(way) && <ProxyFields way={way} errors={errors} onChange={change} />}
          <Field
            id={fieldId('way.timeout')}
            label={words.timeout}
            inputMode="numeric"
            maxLength={4}
            value={way.timeout}
            error={errors['way.timeout']}
            hint={words.timeoutHint}
            onChange={(timeout) => change({ timeout })}
          />
          <Field
            id={fieldId('way.ehloName')}
            label={words.ehloName}
            maxLength={255}
            value={way.ehloName}
            error={errors['way.ehloName']}
            hint={words.ehloNameHint}
            onChange={(ehloName) => change({ ehloName })}
          />
          {isFirst && <CompanyRoots />}
          {form.trustedCertificates.length > 0 && (
            <TrustedList
              pins={form.trustedCertificates}
              onForget={(pin) => onChange({ ...form, trustedCertificates: withoutPin(form.trustedCertificates, pin) })}
            />
          )}
        </div>
      )}
    </section>
  );
}

function ProxyFields(props: {
  readonly way: WayForm;
  readonly errors: FieldErrors;
  readonly onChange: (changes: Partial<WayForm>) => void;
}) {
  const { way, errors, onChange } = props;
  const { way: words } = useStrings();
  return (
    <>
      <div className={classes.place}>
        <Field
          id={fieldId('way.host')}
          label={words.host}
          maxLength={255}
          value={way.host}
          error={errors['way.host']}
          onChange={(host) => onChange({ host })}
        />
        <Field
          id={fieldId('way.port')}
          label={words.port}
          inputMode="numeric"
          maxLength={5}
          value={way.port}
          error={errors['way.port']}
          onChange={(port) => onChange({ port })}
        />
      </div>
      <div className={classes.pair}>
        <Field
          label={words.user}
          autoComplete="off"
          maxLength={255}
          value={way.user}
          hint={words.userHint}
          onChange={(user) => onChange({ user: user.replace(/[\r\n\0]/g, '') })}
        />
        <Field
          id={fieldId('way.password')}
          label={words.password}
          type="password"
          autoComplete="off"
          maxLength={255}
          value={way.password}
          error={errors['way.password']}
          hint={way.user === '' ? '' : words.storedPassword}
          onChange={(password) => onChange({ password })}
        />
      </div>
    </>
  );
}

function TrustedList({
  pins,
  onForget,
}: {
  readonly pins: readonly TrustedCertificate[];
  readonly onForget: (pin: TrustedCertificate) => void;
}) {
  const { way: words } = useStrings();
  const language = useLanguage();
  const id = useId();
  return (
    <div>
      <h4 id={id} className={classes.title}>
        {words.trusted}
      </h4>
      <p className={classes.hint}>{words.trustedHint}</p>
      <ul className={classes.pins} aria-labelledby={id}>
        {pins.map((pin) => (
          <li key={`${pin.host}:${pin.port}`} className={classes.pin}>
            <div>
              <p>
                {formatPlace(pin, '')} <span className={classes.soft}>{words.trustedSince(formatDay(pin.since, language))}</span>
              </p>
              <samp className={classes.fingerprint}>{pin.fingerprint256}</samp>
            </div>
            <Button
              variant="subtle"
              color="red"
              size="compact-sm"
              aria-label={words.forgetOf(formatPlace(pin, ''))}
              onClick={() => onForget(pin)}
            >
              {words.forget}
            </Button>
          </li>
        ))}
      </ul>
    </div>
  );
}

type Words = ReturnType<typeof useStrings>['way'];

function summaryOf({ way, trustedCertificates }: AccountForm, words: Words): string {
  const parts = [
    ...(hasServer(way) ? [words.through(words.proxies[way.proxy], formatPlace({ host: way.host, port: Number(way.port) }, ''))] : []),
    ...(way.proxy === 'system' ? [words.throughSystem] : []),
    ...(way.timeout.trim() === '' ? [] : [words.waits(Number(way.timeout))]),
    ...(way.ehloName.trim() === '' ? [] : [words.callsItself(way.ehloName.trim())]),
    ...(trustedCertificates.length === 0 ? [] : [`${words.trusted}: ${trustedCertificates.length}`]),
  ];
  return parts.length === 0 ? words.asUsual : `${parts.join(', ')}.`;
}
