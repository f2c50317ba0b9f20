/** Items as an author writes them. What must stay secret is a word that begins with `canary`. */
export const examples = {
  whatIf: `<WhatIf id="if" objective="aim">

What happens with ten runs?

<Solution>

canarySolution

</Solution>

</WhatIf>
`,
} as const;
