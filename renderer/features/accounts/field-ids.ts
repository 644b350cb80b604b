// How a field is found on the page, so that a remedy can put the cursor into it.
import type { FieldName } from './account-form';

export const fieldId = (field: FieldName): string => `account-${field.replace('.', '-')}`;

/** Puts the cursor into a field once it is drawn, with its text selected so that typing replaces it. */
export function focusField(field: FieldName): void {
  requestAnimationFrame(() => {
    const element = document.getElementById(fieldId(field));
    if (document.activeElement === element) return; // whoever types there already would have it replaced
    element?.focus();
    if (element instanceof HTMLInputElement) element.select();
  });
}
