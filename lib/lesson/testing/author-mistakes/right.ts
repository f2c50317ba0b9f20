import { goodHead } from './author-mistake.ts';

const options = '- [x] One <Id is="one" />\n- [ ] Two <Id is="two" />';
const item = (prompt: string, list = options, open = '<Choice id="q">') =>
  `${open}\n\n${prompt}\n\n${list}\n\n</Choice>\n`;
const flow = (line: string) => `\`\`\`mermaid\ngraph LR\n  ${line}\n\`\`\`\n`;
const code = (lang: string, line: string) => `\`\`\`${lang}\n${line}\n\`\`\`\n`;

/** What looks like a mistake and is read as it is meant: nothing may be said about it. */
export const right: Readonly<Record<string, string>> = {
  'lost empty lines': `<Choice id="q">\nWhat holds?\n${options}\n</Choice>\n`,
  'no empty line before a hint': `<Choice id="q">\n\nWhat holds?\n\n${options}\n<Hint>Think.</Hint>\n\n</Choice>\n`,
  'tabs behind the hyphens': item('What holds?', options.replaceAll('- ', '-\t')),
  'a no-break space in a tag': item('What holds?', options, '<Choice\u00a0id="q">'),
  'Windows line ends': item('What holds?').replaceAll('\n', '\r\n'),
  'line ends of old Macs': item('What holds?').replaceAll('\n', '\r'),
  'a mark of byte order': `\ufeff${item('What holds?')}`,
  'options with stars': item('What holds?', options.replaceAll('- ', '* ')),
  'numbered options': item('What holds?', '1. [x] One <Id is="one" />\n2. [ ] Two <Id is="two" />'),
  'a capital in the box': item('What holds?', options.replace('[x]', '[X]')),
  'feedback below an empty line': item(
    'What holds?',
    '- [x] One <Id is="one" />\n\n  > Yes.\n\n- [ ] Two <Id is="two" />',
  ),
  'a list and a quote in the question': item(
    'Given:\n\n- a\n- b\n\nSomebody says:\n\n> It is so.\n\nWhat holds?',
  ),
  'options of code that differ in capitals': item(
    'What is it?',
    '- [x] `True` <Id is="one" />\n- [ ] `true` <Id is="two" />',
  ),
  'which two as one option': item(
    'Which two in a row are alike?',
    '- [x] The first and second line <Id is="one" />\n- [ ] The last two lines <Id is="two" />',
  ),
  'one or more': item(
    'Which one or more hold?',
    '- [x] One <Id is="one" />\n- [x] Two <Id is="two" />\n- [ ] Three <Id is="three" />',
  ),
  'an answer with a comma': '<Text id="q">\n\nWhich place?\n\n- [x] Paris, France\n\n</Text>\n',
  'an answer with a slash': '<Text id="q">\n\nWhich protocol?\n\n- [x] TCP/IP\n\n</Text>\n',
  'Arabic prose':
    '## مقدمة\n\nهذا نص عربي، وفيه \u200fعلامة اتجاه. انظر [Git](https://git-scm.com).\n\n- واحد\n- اثنان\n',
  'Hebrew options': item('מה נכון?', '- [x] נכון \u200f(כן) <Id is="one" />\n- [ ] לא נכון <Id is="two" />'),
  'Persian with joiners': 'می\u200cخواهم کتاب\u200cها را ببینم.\n',
  'Chinese prose':
    '## 第一章\n\n“提交”是一个快照，请看 [文档](https://git-scm.com)。（见下文）\n\n1. 安装\n2. 运行\n',
  'Japanese prose': '## はじめに\n\n「コミット」とは（記録）です。\n\n- 項目\n- 次\n',
  'Thai with zero-width spaces': 'ภาษา\u200bไทย\u200bง่าย\n',
  'emoji of several signs': 'A family: 👩\u200d👩\u200d👧.\n',
  'brackets and parentheses': 'See [1] (page 5) and f[0] (the first).\n',
  'an optional argument': 'Write cp [-r] (or `cp -R`).\n',
  'two bars in a sentence': 'a | b is one thing.\nAnother line.\n',
  'a hashtag': '#Python is a tag.\n',
  'a number sign': '#1 is first.\n',
  'a dialogue of one line': '— Are you there? — I am.\n',
  'double dollars alone': '$$x^2 = 4$$\n',
  'a formula block': '$$\n\\begin{aligned}\nx &= 1\n\\end{aligned}\n$$\n',
  'an indented paragraph': 'One.\n\n    Two is indented, and reads as text.\n',
  'code in a list': '1. Run\n\n   ```bash\n   pip install x\n   ```\n',
  'merge marks in a fence': code('text', '<<<<<<< HEAD\na\n=======\nb\n>>>>>>> c'),
  'a box of another tool in a fence': code('markdown', '> [!NOTE]\n> a\n\n:::note\n:::'),
  'curly quotes in a string': code('python', 'print("“a”")  # ‘b’'),
  'a long dash in a comment': code('bash', 'ls  # a – b'),
  'a no-break space in JavaScript': code('javascript', 'const\u00a0a = 1;'),
  'a tree of files below its command': code(
    'bash',
    'tree\n.\n├── data\n│\u00a0\u00a0 └── rows.csv\n└── run.sh',
  ),
  'quotes and dashes in a text': code('text', '“a” –b'),
  'a label with parentheses': flow('A[Train (GPU)] --> B((x))'),
  'a label in quotes': flow('A["Train (GPU)"] -->|"a"| B[(db)]'),
  'other arrows': flow('A -.-> B ==> C --- D <--> E'),
  'words on an arrow': flow('A -- yes, if so --> B{ok?}'),
  'several boxes': flow('A[x] & B --> C & D'),
  'a group': flow('subgraph one\n  A --> B\n  end'),
  'a sequence':
    '```mermaid\nsequenceDiagram\n  participant A as Ann\n  A->>+B: Hello there\n  B-->>-A: 你好\n  loop each\n    A-xB: stop\n  end\n```\n',
  states: '```mermaid\nstateDiagram-v2\n  [*] --> Open\n  Open --> Closed: 关\n  Closed --> [*]\n```\n',
  'apostrophes of a quotation': "'''\n\nThree signs, and no code.\n",
};

/** Front matter that looks odd and is read as it is meant. */
export const rightHeads: readonly string[] = [
  goodHead.replace('title: Words', 'title: “Words” and what they do'),
  goodHead.replace('title: Words', 'title: "Words: a “start”"'),
  goodHead.replace('authors: [Maria]', "authors: [Maria O’Neill, 'Bo']"),
  goodHead.replace('authors: [Maria]', 'authors:\n- Maria\n- Bo'),
  goodHead.replace('summary: What words do.', 'summary: >\n  What words do:\n  -they tell'),
  goodHead.replaceAll('\n', '\r\n'),
  `\ufeff${goodHead}`,
];
