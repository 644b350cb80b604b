// The rooms' pictures.
import {
  IconAdjustmentsHorizontal,
  IconAt,
  IconFileText,
  IconHelpCircle,
  IconMailForward,
  IconSend,
  IconStethoscope,
  IconTarget,
  IconUsers,
} from '@tabler/icons-react';
import type { Room } from './navigation';

export const roomIcon: Readonly<Record<Room, typeof IconAt>> = {
  drafts: IconFileText,
  outbox: IconMailForward,
  sent: IconSend,
  practice: IconTarget,
  people: IconUsers,
  accounts: IconAt,
  doctor: IconStethoscope,
  settings: IconAdjustmentsHorizontal,
  help: IconHelpCircle,
};
