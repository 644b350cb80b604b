// A letter that is sent folds into the status line, where its sending is told of. Only the look of it: the letter is in the outbox already.
import { STATUS_LINE_ID } from '../frame/status-line-id';
import classes from './composer.module.css';

const DURATION = 140; // ms

/** A sheet of paper in the letter's place, folded and gone; nothing waits for it. Not for who asked for less motion. */
export function foldAway(sheet: Element | null): void {
  const line = document.getElementById(STATUS_LINE_ID);
  if (sheet === null || line === null || matchMedia('(prefers-reduced-motion: reduce)').matches) return;
  const from = sheet.getBoundingClientRect();
  const to = line.getBoundingClientRect();
  const paper = document.createElement('div');
  paper.className = classes.folding ?? '';
  paper.setAttribute('aria-hidden', 'true');
  const height = Math.min(from.height, innerHeight - Math.max(0, from.top));
  Object.assign(paper.style, {
    left: `${from.left}px`,
    top: `${Math.max(0, from.top)}px`,
    width: `${from.width}px`,
    height: `${height}px`,
  });
  document.body.append(paper);
  const down = to.top - Math.max(0, from.top);
  const motion = paper.animate(
    [
      { transform: 'none', opacity: 1 },
      { transform: 'scaleY(0.34)', opacity: 1, offset: 0.5 },
      { transform: `translateY(${down}px) scale(0.3, 0.02)`, opacity: 0 },
    ],
    { duration: DURATION, easing: 'ease-in' },
  );
  motion.onfinish = () => paper.remove();
  motion.oncancel = () => paper.remove();
}
