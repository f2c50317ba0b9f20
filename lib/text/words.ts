export const wordsOf = (text: string): string[] => text.split(/\s+/).filter(Boolean);
