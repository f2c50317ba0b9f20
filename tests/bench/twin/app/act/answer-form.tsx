'use client';

import { useState } from 'react';
import type { submitAnswer } from './actions.ts';

export function AnswerForm({ action }: { action: typeof submitAnswer }) {
  const [reply, setReply] = useState<Awaited<ReturnType<typeof submitAnswer>> | null>(null);
  return (
    <form action={async (form) => setReply(await action(form))}>
      <input type="hidden" name="item" value="item-1" />
      <input name="answer" />
      <button type="submit">Check</button>
      <output>{reply?.ok ? `${reply.value.total} points` : null}</output>
    </form>
  );
}
