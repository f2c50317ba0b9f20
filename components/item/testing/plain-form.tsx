import { text as read } from 'node:stream/consumers';
import type { Element, Nodes } from 'hast';
import { fromHtml } from 'hast-util-from-html';
import { prerenderToNodeStream } from 'react-dom/static';
import { ItemForm } from '#components/item/form/item-form.tsx';
import type { ServedItem } from '#lib/sitting/served-item.ts';

/** What somebody without a script does in the form: values by name, boxes by value, at last a button. */
export interface Hand {
  readonly type?: Readonly<Record<string, string>>;
  readonly tick?: readonly string[];
  readonly press?: string;
}

/** An item's page before any script, as HTML. */
export async function renderForm(
  item: ServedItem,
  signedIn = true,
  promptHash?: string | undefined,
): Promise<string> {
  // Rarer kinds are loaded when they are needed, so the page is awaited whole.
  const { prelude } = await prerenderToNodeStream(
    <ItemForm
      item={item}
      promptHash={promptHash}
      address={{ lessonId: 'lesson-1', activity: 'practice', ordinal: 2 }}
      action={async () => null}
      hintAction={async () => null}
      signedIn={signedIn}
      signInHref="/signin"
    />,
  );
  return read(prelude);
}

/** The fields a browser would send for the first form of the page. */
export function posted(html: string, hand: Hand): Record<string, string[]> {
  const fields: Record<string, string[]> = {};
  for (const control of controls(fromHtml(html, { fragment: true }))) {
    const name = String(control.properties.name ?? '');
    const value = sent(control, name, hand);
    if (name && value !== null) fields[name] = [...(fields[name] ?? []), value];
  }
  return fields;
}

function sent(
  { tagName, properties, children }: Element,
  name: string,
  { type, tick, press }: Hand,
): string | null {
  const own = String(properties.value ?? '');
  if (tagName === 'button') return press === own ? own : null;
  if (properties.type === 'checkbox' || properties.type === 'radio') {
    return properties.checked || tick?.includes(own) ? own : null;
  }
  if (tagName === 'select') {
    const offered = children.flatMap((option) =>
      option.type === 'element' ? [option.properties.value] : [],
    );
    const wanted = type?.[name] ?? chosen(children);
    return offered.includes(wanted) ? wanted : null;
  }
  return type?.[name] ?? (tagName === 'textarea' ? text(children) : own);
}

/** What a list has chosen by itself; its first entry unless it says so. */
function chosen(children: Element['children']): string {
  const options = children.flatMap((child) => (child.type === 'element' ? [child] : []));
  const option = options.find(({ properties }) => properties.selected) ?? options[0];
  return String(option?.properties.value ?? '');
}

function controls(node: Nodes): Element[] {
  if (node.type === 'element' && ['input', 'textarea', 'select', 'button'].includes(node.tagName)) {
    return node.properties.disabled ? [] : [node];
  }
  return 'children' in node ? node.children.flatMap(controls) : [];
}

function text(nodes: readonly Nodes[]): string {
  return nodes
    .map((node) => ('value' in node ? node.value : 'children' in node ? text(node.children) : ''))
    .join('');
}
