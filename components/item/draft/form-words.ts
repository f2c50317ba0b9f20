/** What a form's answer says to a reader, line by line: names and ids of a sitting mean nothing without its page. */
export function wordsOf(form: HTMLFormElement): readonly string[] {
  return [...form.elements].flatMap((control) => said(control, form)).filter((line) => line.trim() !== '');
}

function said(control: Element, form: HTMLFormElement): readonly string[] {
  if (control instanceof HTMLTextAreaElement) return control.name ? [control.value] : [];
  if (control instanceof HTMLSelectElement) {
    const entry = textOf(control.labels[0]);
    return control.value ? [`${entry && `${entry}: `}${control.selectedOptions[0]?.text}`] : [];
  }
  if (!(control instanceof HTMLInputElement) || !control.name) return [];
  if (control.type === 'checkbox' || control.type === 'radio')
    return control.checked ? [textOf(control.labels?.[0])] : [];
  if (control.type !== 'hidden') return [control.value];
  if (control.name.startsWith('blank.')) return [control.value];
  return control.name === 'order'
    ? [textOf(form.querySelector(`[data-block="${control.value}"] .prose`))]
    : [];
}

/** Without the numbers and marks that are drawn for the eye alone. */
function textOf(element: Element | null | undefined): string {
  const copy = element?.cloneNode(true);
  if (!(copy instanceof Element)) return '';
  for (const drawn of copy.querySelectorAll('[aria-hidden="true"]')) drawn.remove();
  return (copy.textContent ?? '').trim();
}
