import type { RootContent } from 'mdast';
import { mapTexts } from './map-texts.ts';
import type { Markdown, Question } from './question.ts';

/** A picture to be written beside the lesson: its path from there, and its bytes. */
export interface PlacedPicture {
  readonly path: string;
  readonly base64: string;
}

const scheme = 'picture:';

export const pictureName = /\.(png|jpe?g|webp|svg)$/i;

/** The address of a picture of the file, in texts that are not placed yet. */
export const pictureAddress = (name: string): string => `${scheme}${encodeURIComponent(name)}`;

/** The question with its pictures under names made of their content, so that equal pictures are one file. */
export function placePictures(
  question: Question,
  hash: (text: string) => string,
): { readonly question: Question; readonly pictures: readonly PlacedPicture[] } {
  const { pictures = [] } = question;
  if (pictures.length === 0) return { question, pictures: [] };
  const placed = new Map(
    pictures.map(({ name, base64 }) => {
      const ending = pictureName.exec(name)?.[1]?.toLowerCase() ?? 'png';
      return [
        pictureAddress(name),
        { path: `pictures/${hash(base64).slice(0, 16)}.${ending}`, base64 },
      ] as const;
    }),
  );
  const used = new Set<PlacedPicture>();
  const change = (nodes: Markdown): RootContent[] =>
    nodes.map((node) => {
      const found = node.type === 'image' ? placed.get(node.url) : undefined;
      if (found) used.add(found);
      if (found) return Object.assign({ ...node }, { url: found.path });
      return 'children' in node ? Object.assign({ ...node }, { children: change(node.children) }) : node;
    });
  return { question: mapTexts(question, change), pictures: [...used] };
}
