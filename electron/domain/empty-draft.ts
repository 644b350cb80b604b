// A draft in which nothing was ever written: no recipient, no subject, no word above or below the signature.
import type { DraftContent } from '../contract/model/drafts';
import { withoutSignature } from './identities/signature';

export const isEmptyDraft = ({ to, cc, bcc, subject, html }: DraftContent): boolean =>
  to.length + cc.length + bcc.length === 0 && subject.trim() === '' && isEmptyText(withoutSignature(html));

const isEmptyText = (html: string): boolean => !html.includes('<img') && html.replace(/<[^>]*>|&nbsp;|\s/g, '') === '';
