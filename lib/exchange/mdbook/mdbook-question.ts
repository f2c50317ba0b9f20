import { z } from 'zod';

const common = {
  id: z.string().optional(),
  context: z.string().optional(),
  multipart: z.string().optional(),
};

/** One question as mdbook-quiz writes it. */
export const mdbookQuestion = z.discriminatedUnion('type', [
  z.object({
    ...common,
    type: z.literal('MultipleChoice'),
    prompt: z.object({
      prompt: z.string(),
      distractors: z.array(z.string()),
      sortAnswers: z.boolean().optional(),
      answerIndex: z.number().optional(),
    }),
    answer: z.object({ answer: z.union([z.string(), z.array(z.string())]) }),
  }),
  z.object({
    ...common,
    type: z.literal('ShortAnswer'),
    prompt: z.object({ prompt: z.string(), response: z.string().optional() }),
    answer: z.object({ answer: z.string(), alternatives: z.array(z.string()).optional() }),
  }),
  z.object({
    ...common,
    type: z.literal('Tracing'),
    prompt: z.object({ program: z.string() }),
    answer: z.object({
      doesCompile: z.boolean(),
      stdout: z.string().optional(),
      lineNumber: z.number().optional(),
    }),
  }),
]);
export const mdbookTypes = ['MultipleChoice', 'ShortAnswer', 'Tracing'] as const;

export type MdbookQuestion = z.infer<typeof mdbookQuestion>;
