/** Names a folder of lessons that this very compiler has compiled; the set-up of a run chooses it. */
export const lessonsVariable = 'TEST_COMPILED_LESSONS';
