// A link that opens in the person's own browser, and says so.
import { IconExternalLink } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { askShell } from '../../api';
import classes from './external-link.module.css';
import { sayFailure } from './notices';

export function ExternalLink(props: { readonly url: string; readonly children: ReactNode }) {
  const { url, children } = props;
  return (
    <a
      className={classes.link}
      href={url}
      title={url}
      onClick={(event) => {
        event.preventDefault();
        void askShell('links.open', { url }).then((answer) => {
          if (!answer.ok) sayFailure(answer.failure);
        });
      }}
    >
      {children}
      <IconExternalLink size={14} stroke={1.75} aria-hidden />
    </a>
  );
}
