// A DNS record for the domain's owner to paste.
import { Button } from '@mantine/core';
import { IconCopy } from '@tabler/icons-react';
import type { DoctorStep } from '../../../electron/contract/model/doctor';
import { useStrings } from '../../strings/words';
import { copyText } from '../../ui/copy-text';
import { say } from '../frame/notices';
import classes from './doctor.module.css';

export function DnsRecord({ record }: { readonly record: NonNullable<DoctorStep['record']> }) {
  const { doctor } = useStrings();
  const text = `${record.name}. ${record.type} "${record.value}"`;
  const copy = (): void => {
    copyText(text);
    say({ tone: 'good', text: doctor.copied });
  };
  return (
    <div className={classes.record}>
      <div className={classes.recordHead}>
        <p>{doctor.record}</p>
        <Button variant="subtle" size="compact-xs" leftSection={<IconCopy size={12} stroke={2} aria-hidden />} onClick={copy}>
          {doctor.copyRecord}
        </Button>
      </div>
      <samp>{text}</samp>
    </div>
  );
}
