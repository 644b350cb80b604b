// The few ways a thing can stand. A tone is never shown by colour alone: a word and an icon stand beside it.
import { IconAlertTriangle, IconCircleCheck, IconCircleX, IconClock, IconInfoCircle } from '@tabler/icons-react';

export type Tone = 'plain' | 'good' | 'warn' | 'bad' | 'wait';

export const toneIcon = {
  plain: IconInfoCircle,
  good: IconCircleCheck,
  warn: IconAlertTriangle,
  bad: IconCircleX,
  wait: IconClock,
} as const;
