import { expect, test } from 'vitest';
import { findAll, innerHtml, xmlText } from './elements.ts';
import { parseXml, xmlLimits } from './parse-xml.ts';

test('elements know their place and their source; prefixes are dropped', () => {
  const parsed = parseXml('<?xml version="1.0"?>\n<a>\n  <x:b id="1">t<![CDATA[<i>]]></x:b><c/></a>');
  expect(parsed.ok).toBe(true);
  if (!parsed.ok) return;
  const [b, c] = findAll(parsed.root, 'b', 'c');
  expect(b).toMatchObject({
    name: 'b',
    attributes: { id: '1' },
    place: { line: 3, column: 3 },
    source: '<x:b id="1">t<![CDATA[<i>]]></x:b>',
  });
  expect(c).toMatchObject({ place: { line: 3, column: 37 }, source: '<c/>' });
  expect(xmlText(b)).toBe('t<i>');
  expect(innerHtml(b)).toBe('t&lt;i&gt;');
});

test('an element whose tag goes over several lines begins at its first sign', () => {
  const parsed = parseXml('<a>\n\n  <b\n    id="1"\n  >\n  <c/></b></a>');
  if (!parsed.ok) throw new Error(parsed.fault.message);
  expect(findAll(parsed.root, 'b', 'c').map(({ place }) => place)).toEqual([
    { line: 3, column: 3 },
    { line: 6, column: 3 },
  ]);
});

const bomb = `<!DOCTYPE a [<!ENTITY x "ha"><!ENTITY y "&x;&x;&x;">]><a>&y;</a>`;
const external = '<!DOCTYPE a [<!ENTITY x SYSTEM "file:///etc/passwd">]><a>&x;</a>';

test.each([
  { why: 'entities that grow', xml: bomb, says: 'DOCTYPE' },
  { why: 'an entity of a file', xml: external, says: 'DOCTYPE' },
  {
    why: 'a DOCTYPE from elsewhere',
    xml: '<!DOCTYPE a SYSTEM "http://127.0.0.1/a.dtd"><a/>',
    says: 'DOCTYPE',
  },
  { why: 'an unknown entity', xml: '<a>&x;</a>', says: 'entity' },
  { why: 'depth', xml: '<a>'.repeat(xmlLimits.depth + 1), says: 'deep' },
  { why: 'elements', xml: `<a>${'<b/>'.repeat(xmlLimits.elements + 1)}</a>`, says: 'elements' },
  {
    why: 'attributes',
    xml: `<a ${Array.from({ length: xmlLimits.attributes + 1 }, (_, at) => `b${at}="1"`).join(' ')}/>`,
    says: 'attributes',
  },
  { why: 'nothing at all', xml: ' ', says: '' },
])('hostile XML is refused: $why', ({ xml, says }) => {
  const parsed = parseXml(xml);
  expect(parsed).toMatchObject({ ok: false, fault: { message: expect.stringContaining(says) } });
});

test('a fault is named at its line and column', () => {
  expect(parseXml('<a>\n  <b>\n  </c>\n</a>')).toMatchObject({ ok: false, fault: { place: { line: 3 } } });
});
