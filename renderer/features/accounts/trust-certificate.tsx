// The question whether a certificate that nobody vouches for is to be trusted for one server: with all that can be known of it.
import { Button, Modal } from '@mantine/core';
import { useState } from 'react';
import type { Failure } from '../../../electron/contract/failure';
import type { TrustedCertificate } from '../../../electron/contract/model/way';
import { mayBePinned, pinnableCodes } from '../../../electron/domain/way/pins';
import { formatPlace } from '../../strings/format';
import { useStrings } from '../../strings/words';
import { CertificateList } from '../../ui/certificate-facts';
import { useCoaching } from '../coach/coaching';
import classes from './trust-certificate.module.css';

type Props = {
  readonly failure: Failure;
  readonly onTrust: (pin: TrustedCertificate) => void;
};

/** Null where there is nothing to decide: a known provider's certificate is good, or somebody is in between. */
function pinOf({ code, host, port, certificate }: Failure): Omit<TrustedCertificate, 'since'> | null {
  if (!pinnableCodes.has(code) || host === undefined || port === undefined || certificate === undefined) return null;
  return mayBePinned({ host }) ? { host, port, fingerprint256: certificate.fingerprint256 } : null;
}

export function TrustCertificate({ failure, onTrust }: Props) {
  const { way, failures, frame } = useStrings();
  const coaching = useCoaching();
  const [isAsked, setAsked] = useState(false);
  const pin = pinOf(failure);
  const { certificate, trusted } = failure;
  if (pin === null || certificate === undefined || coaching === null) return null;
  const words = coaching.words.page.certificate;
  const close = (): void => setAsked(false);
  return (
    <>
      <Button variant="default" size="xs" onClick={() => setAsked(true)}>
        {trusted === undefined ? way.trust : way.trustNew}
      </Button>
      <Modal
        opened={isAsked}
        onClose={close}
        title={way.ask.title(formatPlace(failure, ''))}
        closeButtonProps={{ 'aria-label': frame.close }}
        size="lg"
        centered
      >
        <div className={classes.words}>
          <p>
            {failures[failure.code].says(failure)} {way.ask.why}
          </p>
          <p>{way.ask.how}</p>
          {trusted !== undefined && (
            <div className={classes.compare}>
              <div>
                <p className={classes.caption}>{way.ask.before}</p>
                <samp className={classes.fingerprint}>{trusted}</samp>
              </div>
              <div>
                <p className={classes.caption}>{way.ask.now}</p>
                <samp className={classes.fingerprint}>{certificate.fingerprint256}</samp>
              </div>
            </div>
          )}
          <CertificateList certificate={certificate} words={words} />
          <p className={classes.soft}>{way.ask.what}</p>
          <div className={classes.actions}>
            <Button variant="default" onClick={close} data-autofocus>
              {way.ask.no}
            </Button>
            <Button
              color="red"
              onClick={() => {
                close();
                onTrust({ ...pin, since: Date.now() });
              }}
            >
              {way.ask.yes}
            </Button>
          </div>
        </div>
      </Modal>
    </>
  );
}
