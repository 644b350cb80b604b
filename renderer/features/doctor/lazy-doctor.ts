// The doctor where it is asked for besides: read when somebody opens it.
import { lazyRoom } from '../../ui/lazy-room';

export const LateDoctor = lazyRoom(() => import('./doctor-panel').then((file) => file.DoctorPanel));
