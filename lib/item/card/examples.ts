/** Items as an author writes them. What must stay secret is a word that begins with `canary`. */
export const examples = {
  card: `<Card id="flash" objective="aim">

What does a seed decide?

<Back>

canaryBack

</Back>

</Card>
`,
} as const;
