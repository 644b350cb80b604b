// How an examination tells of its steps.
import type { Failure } from '../../contract/failure';
import type { DoctorStepId } from '../../contract/model/doctor';
import type { Shown } from '../../domain/doctor/report';

export type Steps = {
  readonly begin: (id: DoctorStepId) => void;
  readonly end: (id: DoctorStepId, shown: Shown) => void;
  readonly openPort: (port: number) => void;
  readonly openPorts: () => readonly number[];
};

/** What would have to be asked of a DNS server from here, around the proxy. */
export const throughProxy: Shown = { state: 'skipped', finding: 'through-proxy' };
export const broken = (failure: Failure, facts: readonly string[] = []): Shown => ({ state: 'broken', failure, facts });
