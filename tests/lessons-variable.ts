/** The environment variable with the folder of lessons compiled by the current compiler; set before a run. */
export const lessonsVariable = 'TEST_COMPILED_LESSONS';
