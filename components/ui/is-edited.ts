/** Whether a control of a form differs from what the server sent. Hidden fields never do. */
export function isEdited(control: Element): boolean {
  if (control instanceof HTMLSelectElement) {
    const selected = [...control.options].findIndex((option) => option.defaultSelected);
    // Without a selected option a list begins with its first.
    return control.selectedIndex !== Math.max(0, selected);
  }
  if (control instanceof HTMLTextAreaElement) return control.value !== control.defaultValue;
  if (!(control instanceof HTMLInputElement) || control.type === 'hidden') return false;
  return isTickable(control)
    ? control.checked !== control.defaultChecked
    : control.value !== control.defaultValue;
}

/** Whether a control is a checkbox or a radio button. */
export const isTickable = ({ type }: { readonly type: string }): boolean =>
  type === 'checkbox' || type === 'radio';
