import { dockerfileRules } from './dockerfile-rules.ts';
import { requirementsRules } from './requirements-rules.ts';

/** Rules about the text of files that are not run here. The handbook explains each. */
export const ruleSets = { ...dockerfileRules, ...requirementsRules } as const;
export type RuleName = keyof typeof ruleSets;

export const ruleNames: readonly string[] = Object.keys(ruleSets);

export const isRuleName = (name: string): name is RuleName => Object.hasOwn(ruleSets, name);

/** Whether a file keeps a rule. */
export const keepsRule = (name: RuleName, text: string): boolean => ruleSets[name](text);
