import { submitAnswer } from './actions.ts';
import { AnswerForm } from './answer-form.tsx';

export const dynamic = 'force-dynamic';

export default function ActionPage() {
  return <AnswerForm action={submitAnswer} />;
}
