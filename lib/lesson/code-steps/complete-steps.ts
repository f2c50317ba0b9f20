import type { Code, Root } from 'mdast';
import { attributeNode } from '#lib/item/parts.ts';
import type { JsxElement } from '#lib/lesson/blocks.ts';
import { nearest } from '#lib/lesson/nearest.ts';
import type { Report } from '#lib/lesson/render-context.ts';
import { completed, hasLeftOut, type LeftOutFault } from './left-out.ts';
import { shareSetups } from './share-setups.ts';
import { type ProgramStep, programSteps } from './steps-in.ts';

/**
 * Writes out what the steps of a file take from one another, so that each is whole by itself: the program of the step
 * that `from="…"` names, the lines that `…` stands for, and a `<Setup>` that stands above several steps. Returns the
 * steps of which that cannot be done, with every reason reported.
 */
export function completeSteps(tree: Root, report: Report): ReadonlySet<JsxElement> {
  const steps = programSteps(tree);
  const solved = new Map<ProgramStep, Code | undefined>();
  const incomplete = new Set<JsxElement>();
  for (const step of steps) solve(step, []);
  shareSetups(tree, steps, report);
  return incomplete;

  /** Completes a step, after those that it goes on from, and returns the program of its solution. */
  function solve(step: ProgramStep, path: readonly ProgramStep[]): Code | undefined {
    if (path.includes(step)) {
      reportCircle(path.slice(path.indexOf(step)), report);
      return undefined;
    }
    if (solved.has(step)) return solved.get(step);
    const { element, from, solution, wrong } = step;
    const starter = from === undefined ? step.starter : starterFrom(step, path);
    const filled = [solution, ...wrong].map((code) => {
      if (!starter || !code) return true;
      if (from !== undefined) code.lang ??= starter.lang;
      return fill(code, starter, ownStarter);
    });
    const isWhole = starter !== undefined && filled.every(Boolean);
    if (!isWhole && (starter || from !== undefined)) incomplete.add(element);
    const program = isWhole && solution ? { ...solution, lang: starter.lang } : undefined;
    solved.set(step, program);
    return program;
  }

  /** The starter program of a step that goes on from the solution of another one; undefined if it cannot. */
  function starterFrom(step: ProgramStep, path: readonly ProgramStep[]): Code | undefined {
    const origin = originOf(step, steps, report);
    const earlier = origin && solve(origin, [...path, step]);
    if (!earlier) return undefined;
    const own = step.starter;
    if (!own) {
      const starter: Code = { ...earlier, ...positionOf(step) };
      step.element.children.unshift(starter);
      return starter;
    }
    const name = origin.id ? `the solution of «${origin.id}»` : 'the solution of the step before';
    own.lang ??= earlier.lang;
    return own.lang === earlier.lang ? goOn(own, earlier, name) : otherLanguage(own, earlier, name);
  }

  function goOn(own: Code, earlier: Code, name: string): Code | undefined {
    if (hasLeftOut(own.value)) return fill(own, earlier, name) ? own : undefined;
    report(
      own,
      'from-unused',
      `This step goes on from ${name}, but its fence takes no line of it. Write a line … where its lines stay, or remove the fence to begin with all of it.`,
    );
    return undefined;
  }

  function otherLanguage(own: Code, earlier: Code, name: string): undefined {
    report(
      own,
      'from-language',
      `This program is in ${own.lang}, and ${name}, from which it goes on, is in ${earlier.lang ?? 'no language'}. Write both in one language, or remove from="…".`,
    );
  }

  /** Writes out the lines that are left out; false with a finding if it is not clear which these are. */
  function fill(code: Code, earlier: Code, name: string): boolean {
    if (!hasLeftOut(code.value)) return true;
    const found = completed(code.value, earlier.value);
    if (found.ok) code.value = found.program;
    else reportLeftOut(code, found.fault, name, report);
    return found.ok;
  }
}

const ownStarter = 'the starter program';

/** Where a program that nobody wrote is reported: at its step. */
const positionOf = ({ element: { position } }: ProgramStep) => (position ? { position } : {});

/** The step that `from` names; undefined with a finding if there is none. */
function originOf(step: ProgramStep, steps: readonly ProgramStep[], report: Report): ProgramStep | undefined {
  const { from = '', element } = step;
  const at = attributeNode(element, 'from');
  if (from === 'previous') {
    const previous = steps[steps.indexOf(step) - 1];
    if (!previous) {
      report(
        at,
        'from-unknown',
        `from="previous" names nothing: this is the first ${element.name} of the file. Remove it and write the program that the step begins with.`,
      );
    }
    return previous;
  }
  const named = steps.find(({ id }) => id === from);
  const ids = steps.flatMap((other) => (other !== step && other.id ? [other.id] : []));
  if (!named) {
    const near = nearest(from, [...ids, 'previous']);
    const others = ids.length > 0 ? ` or one of ${ids.join(', ')}` : '';
    report(
      at,
      'from-unknown',
      `from="${from}" names no ${element.name} of this file. ${near ? `Did you mean "${near}"? ` : ''}Use "previous"${others}.`,
    );
  }
  return named;
}

function reportCircle(circle: readonly ProgramStep[], report: Report): void {
  const [first] = circle;
  const last = circle.at(-1);
  if (!first || !last) return;
  const path = [...circle, first].map(({ id }) => `«${id ?? 'a step without id'}»`).join(' goes on from ');
  report(
    attributeNode(last.element, 'from'),
    'from-circle',
    `No program begins here: ${path}. Let one of them begin with a program of its own, without from="…".`,
  );
}

const leftOutWords: Readonly<Record<LeftOutFault['rule'], (beside: string, name: string) => string>> = {
  'left-out-line': (beside, name) =>
    `«${beside}» stands beside this …, and at this place ${name} has no such line. Write beside it the line of that program at which it goes on, exactly as it is there.`,
  'left-out-twice': (beside, name) =>
    `«${beside}» stands beside this …, and ${name} has that line more than once. Write the line next to it as well, so that only one place is meant.`,
  'left-out-nothing': (_beside, name) =>
    `This … stands for no line of ${name}: those above and below it follow each other there. Remove it.`,
};

function reportLeftOut(code: Code, { line, rule, beside }: LeftOutFault, name: string, report: Report): void {
  const start = code.position?.start;
  const place = start && { line: start.line + line, column: start.column };
  report(
    place && { position: { start: place, end: place } },
    rule,
    leftOutWords[rule](beside.slice(0, 60), name),
  );
}
