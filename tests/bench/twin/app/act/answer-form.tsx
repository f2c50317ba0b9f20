'use client';

import { useActionState } from 'react';
import type { submitAnswer } from './actions.ts';

export function AnswerForm({ action }: { action: typeof submitAnswer }) {
  const [reply, post] = useActionState<Awaited<ReturnType<typeof submitAnswer>> | null, FormData>(
    action,
    null,
  );
  return (
    <form action={post}>
      <input type="hidden" name="item" value="item-1" />
      <input name="answer" />
      <button type="submit">Check</button>
      <output>{reply?.ok ? `${reply.value.total} points` : null}</output>
    </form>
  );
}
