// Table `doctor`: a healthy account on loopback, with a name server that answers at once: what the examination itself takes.
import type { DoctorReport } from '../../electron/contract/model/doctor';
import { verdict } from '../../electron/domain/doctor/report';
import { startDnsServer } from '../support/dns-server';
import { accountOf } from '../support/imap-account';
import { type Lab, openLab } from './lab';
import { median, type Row, type Table } from './table';

/** As a person would get it whose language has letters of its own. */
const testMessage = { subject: 'Prøve fra Brevduva', text: 'Æbler og pærer\n' };

const runs = 5;

/** s until every step is done. */
function examine(lab: Lab, sendsMessage: boolean): Promise<number> {
  const account = { ...accountOf(lab.host, lab.user), id: 'bench' };
  const started = performance.now();
  return new Promise((resolve, reject) => {
    const end = lab.engine.watch(
      'doctor.run',
      { account, secret: { kind: 'typed', password: lab.password }, message: sendsMessage ? testMessage : null },
      (result) => {
        if (result.ok && !result.value.isDone) return;
        const took = (performance.now() - started) / 1000;
        end();
        if (result.ok && isHealthy(result.value)) resolve(took);
        else reject(new Error(`the doctor did not find a healthy account: ${JSON.stringify(result)}`));
      },
    );
  });
}

const isHealthy = (report: DoctorReport): boolean =>
  verdict(report) !== 'broken' && report.steps.some(({ id, state }) => id === 'smtp-sign-in' && state === 'fine');

const measure = async (): Promise<readonly Row[]> => {
  const lab = await openLab();
  const dns = await startDnsServer({
    hosts: { localhost: '127.0.0.1', 'mail.example.test': '127.0.0.1' },
    mx: { 'example.test': 'mail.example.test' },
    txt: { 'example.test': 'v=spf1 ip4:127.0.0.1 -all', '_dmarc.example.test': 'v=DMARC1; p=reject' },
  });
  try {
    lab.engine.child.send({ kind: 'dns', servers: [dns.address] });
    const row = async (name: string, sendsMessage: boolean): Promise<Row> => {
      const times: number[] = [];
      for (let run = 0; run < runs; run += 1) times.push(await examine(lab, sendsMessage));
      const ours = median(times);
      return { name: `${name} (median of ${runs})`, unit: 's', ours, peerName: null, peer: null, targets: [{ kind: 'most', limit: 3 }] };
    };
    return [
      await row('healthy account, every step but a message', false),
      await row('the same with a message to oneself, until it has arrived', true),
    ];
  } finally {
    await dns.stop();
    await lab.close();
  }
};

export const doctorTable: Table = { title: 'doctor', measure };
