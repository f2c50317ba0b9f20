import type { Exported } from '#lib/exchange/format.ts';
import {
  commonLosses,
  joinWritten,
  kindName,
  omitted,
  taskLosses,
  type WrittenQuestion,
} from '#lib/exchange/losses.ts';
import { toHtml } from '#lib/exchange/markdown/to-html.ts';
import type { Markdown, Question } from '#lib/exchange/question.ts';
import { escapeXml } from '#lib/exchange/xml/elements.ts';
import { answersQti } from './write-answers.ts';

const carries = { feedback: true, hints: false, solution: true, formatting: true, levels: false } as const;

/** Writes questions as a package of QTI 1.2, which Canvas and others import. */
export function writeQti(questions: readonly Question[]): Exported {
  const { pieces, losses } = joinWritten(questions, writeQuestion);
  const quiz = [
    '<?xml version="1.0" encoding="UTF-8"?>',
    '<questestinterop xmlns="http://www.imsglobal.org/xsd/ims_qtiasiv1p2">',
    '<assessment ident="quiz" title="Questions"><section ident="root_section">',
    ...pieces,
    '</section></assessment>',
    '</questestinterop>',
    '',
  ].join('\n');
  const files = new Map([
    ['imsmanifest.xml', manifest],
    ['quiz/quiz.xml', quiz],
  ]);
  return { content: { kind: 'package', files }, losses };
}

const manifest = `<?xml version="1.0" encoding="UTF-8"?>
<manifest identifier="questions" xmlns="http://www.imsglobal.org/xsd/imsccv1p1/imscp_v1p1">
<metadata><schema>IMS Content</schema><schemaversion>1.1.3</schemaversion></metadata>
<organizations/>
<resources>
<resource identifier="quiz" type="imsqti_xmlv1p2"><file href="quiz/quiz.xml"/></resource>
</resources>
</manifest>
`;

/** `<material>` with a text in HTML. */
export const material = (html: string): string =>
  `<material><mattext texttype="text/html">${escapeXml(html)}</mattext></material>`;

function writeQuestion(question: Question): WrittenQuestion {
  const { externalId, title, solution, prompt, task } = question;
  const answers = answersQti(task);
  if (answers === null) return omitted(`QTI 1.2 of Canvas has no questions of the kind ${kindName(task)}.`);
  const notes: (readonly [string, Markdown])[] = [
    ...answers.feedback,
    ...(solution.length > 0 ? [['general_fb', solution] as const] : []),
  ];
  const shows = notes.some(([id]) => id === 'general_fb')
    ? '<respcondition continue="Yes"><conditionvar><other/></conditionvar><displayfeedback feedbacktype="Response" linkrefid="general_fb"/></respcondition>'
    : '';
  const type = `<itemmetadata><qtimetadata><qtimetadatafield><fieldlabel>question_type</fieldlabel><fieldentry>${answers.type}</fieldentry></qtimetadatafield></qtimetadata></itemmetadata>`;
  const lines = [
    `<item ident="${escapeXml(externalId ?? title)}" title="${escapeXml(title)}">`,
    type,
    `<presentation>${material(toHtml(prompt))}${answers.presentation}</presentation>`,
    `<resprocessing><outcomes><decvar maxvalue="100" minvalue="0" varname="SCORE" vartype="Decimal"/></outcomes>${shows}${answers.processing}</resprocessing>`,
    ...notes.map(
      ([id, text]) =>
        `<itemfeedback ident="${id}"><flow_mat>${material(toHtml(text))}</flow_mat></itemfeedback>`,
    ),
    '</item>',
  ];
  return {
    ok: true,
    text: lines.join('\n'),
    losses: [...commonLosses(question, carries), ...taskLosses(task), ...answers.losses],
  };
}
