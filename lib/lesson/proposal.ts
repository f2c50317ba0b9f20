/** What became of a proposal. */
export const proposalDecisions = ['accepted', 'declined', 'withdrawn'] as const;
export type ProposalDecision = (typeof proposalDecisions)[number];
