/** Items as an author writes them. What must stay secret is a word that begins with `canary`. */
export const examples = {
  recall: `<Recall id="free" objective="aim">

What must be kept?

- canarySeed <Id is="the-seed" />
  > seed, seeds
- canaryPin <Id is="the-pin" />
  > pin, lock file

</Recall>
`,
} as const;
