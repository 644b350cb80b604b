// A doctor's report as plain text, for a mail to whoever can help. Holds what the report holds: no secret is in it.
import type { Failure } from '../../contract/failure';
import type { DoctorFinding, DoctorReport, DoctorStep, DoctorStepId } from '../../contract/model/doctor';

export type ReportWords = {
  readonly title: (address: string) => string;
  readonly steps: Readonly<Record<DoctorStepId, string>>;
  readonly states: Readonly<Record<DoctorStep['state'], string>>;
  readonly findings: Readonly<Record<DoctorFinding, { readonly says: string; readonly remedy: string }>>;
  readonly took: (ms: number) => string;
  readonly record: string;
  /** What happened, and what to do. */
  readonly failure: (failure: Failure) => string;
};

/** A terminal and a mail both take control characters for more than text. */
const plain = (text: string): string => text.replaceAll(/\p{Cc}/gu, ' ');

/** Lines of one step: its name and state, what was seen, what it means, what to do. */
function stepLines(step: DoctorStep, words: ReportWords): string[] {
  const took = step.took === null ? '' : `  (${words.took(step.took)})`;
  const finding = step.finding === null ? null : words.findings[step.finding];
  return [
    `${mark[step.state]} ${words.steps[step.id]}: ${words.states[step.state]}${took}`,
    ...step.facts.filter((fact) => fact !== '').map((fact) => `    ${plain(fact)}`),
    ...(step.failure === null ? [] : [`    ${plain(words.failure(step.failure))}`]),
    ...(finding === null ? [] : [`    ${finding.says} ${finding.remedy}`]),
    ...(step.record === null ? [] : [`    ${words.record}`, `    ${step.record.name}. ${step.record.type} "${plain(step.record.value)}"`]),
  ];
}

const mark: Readonly<Record<DoctorStep['state'], string>> = {
  waiting: ' ',
  running: ' ',
  fine: '+',
  attention: '!',
  broken: 'x',
  skipped: '-',
};

export const reportText = (report: DoctorReport, words: ReportWords): string =>
  [
    words.title(plain(report.address)),
    new Date(report.startedAt).toISOString(),
    '',
    ...report.steps.flatMap((step) => stepLines(step, words)),
    '',
  ].join('\n');
