import { act } from 'react';
import { createRoot } from 'react-dom/client';
import { afterEach, expect, test, vi } from 'vitest';
import { served } from '#components/item/testing/question-page.tsx';
import { ItemReview } from './item-review.tsx';

afterEach(() => document.body.replaceChildren());

test('answers that are looked back at share no group of radio buttons, so each stays marked as chosen', async () => {
  const options = ['a', 'b'].map((id) => ({ id, label: [`option ${id}`] }));
  const answered = (id: string) => ({
    ...served({
      type: 'choice',
      view: { many: false, scoring: 'cancel', options },
      state: { used: 1, settled: true, answer: { options: ['b'] } },
    }),
    id,
  });
  const place = document.body.appendChild(document.createElement('main'));
  const root = createRoot(place);
  await act(async () =>
    root.render(
      ['first', 'second'].map((id) => (
        <ItemReview
          key={id}
          item={answered(id)}
          address={{ lessonId: 'lesson-1', activity: 'test', ordinal: 1 }}
        />
      )),
    ),
  );
  await vi.waitFor(() => expect(place.querySelectorAll('input')).toHaveLength(4));
  // A browser groups radio buttons of one name that are in no form, and leaves one of a group checked.
  const [first = [], second = []] = [...place.querySelectorAll('article')].map((article) =>
    [...article.querySelectorAll('input')].map(({ name }) => name),
  );
  expect(first.filter((name) => second.includes(name))).toEqual([]);
  await act(async () => root.unmount());
});
