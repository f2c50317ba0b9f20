/** The style of multi-line answer boxes. */
export const answerBoxStyle = 'answer-field field-sizing-content max-h-[70vh] min-h-28';

/** The style of single-line answer inputs. */
export const answerLineStyle = 'answer-field min-h-11 min-w-0';
