import { type AuthorMistake, inItem, inText } from './author-mistake.ts';

const options = '- [x] One <Id is="one" />\n- [ ] Two <Id is="two" />';
const item = (open: string, close: string) => `${open}\n\nWhat holds?\n\n${options}\n\n${close}`;

/** Mistakes in tags and attributes. */
export const tagMistakes: readonly AuthorMistake[] = [
  inItem('a tag in small letters', item('▸<choice id="q">', '</choice>'), /<Choice>.*capital/i),
  inItem('an end in small letters', item('<Choice id="q">', '▸</choice>'), /<\/Choice>/),
  inItem('a misspelled end', item('<Choice id="q">', '▸</Choise>'), /<\/Choice>/),
  inItem('a misspelled beginning', item('▸<Choise id="q">', '</Choice>'), /Did you mean <Choice>\?/),
  inItem('both misspelled', item('▸<Choise id="q">', '</Choise>'), /Did you mean <Choice>\?/),
  inItem('a beginning where the end should be', item('<Choice id="q">', '▸<Choice>'), /<\/Choice>/),
  inItem('a backslash in the end', item('<Choice id="q">', '▸<\\Choice>'), /<\/Choice>/),
  inItem('a blank before the name', item('▸< Choice id="q">', '</Choice>'), /<Choice id="q">.*space/i),
  inItem('a blank in the end', item('<Choice id="q">', '▸</ Choice>'), /<\/Choice>/),
  inItem('an end that is missing', item('▸<Choice id="q">', ''), /not closed.*<\/Choice>/),
  inItem('an end too many', `${item('<Choice id="q">', '</Choice>')}\n\n▸</Choice>`, /closes nothing/),
  inItem('a tag closed at once', item('▸<Choice id="q" />', '</Choice>'), /`?\/>`?.*closes.*<Choice/i),
  inItem('a bracket that is missing', item('▸<Choice id="q"', '</Choice>'), /not closed with `>`/i),
  inItem('a quote that is missing', item('▸<Choice id="q>', '</Choice>'), /quote/i),
  inItem('a quote that is curly at its end', item('▸<Choice id="q”>', '</Choice>'), /straight quotes/i),
  inItem('curly quotes', item('▸<Choice id=“q”>', '</Choice>'), /straight quotes/i),
  inItem('German quotes', item('▸<Choice id=„q“>', '</Choice>'), /straight quotes/i),
  inItem('no quotes', item('▸<Choice id=q>', '</Choice>'), /straight quotes/i),
  inItem('blanks around the sign', item('<Choice ▸id: "q">', '</Choice>'), /id="q"/),
  inItem('full-width brackets', item('▸＜Choice id="q"＞', '＜/Choice＞'), /<Choice id="q">.*full-width/i),
  inItem(
    'brackets as entities',
    item('▸&lt;Choice id="q"&gt;', '&lt;/Choice&gt;'),
    /shown as text.*<Choice id="q">/i,
  ),
  inItem(
    'escaped brackets',
    item('▸\\<Choice id="q"\\>', '\\</Choice\\>'),
    /shown as text.*<Choice id="q">/i,
  ),
  inItem(
    'a zero-width space in a tag',
    item('<Choice▸\u200b id="q">', '</Choice>'),
    /cannot be seen.*remove/i,
  ),
  inItem(
    'a misspelled attribute',
    item('<Choice id="q" ▸levl="easy">', '</Choice>'),
    /Did you mean «level»\?/,
  ),
  inItem('an attribute in capitals', item('<Choice ▸ID="q">', '</Choice>'), /Did you mean «id»\?/),
  inItem(
    'a value with a capital',
    item('<Choice id="q" ▸level="Easy">', '</Choice>'),
    /Did you mean "easy"\?/,
  ),
  inItem(
    'a misspelled objective',
    item('<Choice id="q" ▸objective="frist">', '</Choice>'),
    /Did you mean "first"\?/,
  ),
  inItem(
    'an id in small letters',
    item('<Choice id="q">', '</Choice>').replace('<Id is="one" />', '▸<id is="one" />'),
    /<Id>.*capital/i,
  ),
  inItem(
    'an id that is not closed',
    item('<Choice id="q">', '</Choice>').replace('<Id is="one" />', '▸<Id is="one">'),
    /<Id is="…" \/>/,
  ),
  inItem(
    'an id without its attribute',
    item('<Choice id="q">', '</Choice>').replace('<Id is="one" />', '▸<Id="one" />'),
    /<Id is="one" \/>/,
  ),
  inItem(
    'text behind the opening tag',
    item('▸<Choice id="q">', '</Choice>').replace('>\n\nWhat', '> What'),
    /line of (its|their) own/,
  ),
  inItem('a tag of another tool', '▸<Question>\n\nWhat?\n\n</Question>', /Did you mean <Choice>\?/),
  inText('a box of another tool', '▸<Callout>\n\nText.\n\n</Callout>', /Did you mean <Note>\?/),
  inText('a note without an end', '▸<Note kind="limit">\n\nText.', /not closed.*<\/Note>/),
  inText(
    'a note with a misspelled kind',
    '<Note ▸kind="key idea">\n\nText.\n\n</Note>',
    /Did you mean "key-idea"\?/,
  ),
  inText('a misspelled note', '▸<Nope kind="limit">\n\nText.\n\n</Nope>', /Did you mean <Note>\?/),
];
