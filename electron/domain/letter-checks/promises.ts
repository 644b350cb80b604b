// Words that promise a file, in the languages of the program.

const promises =
  /(?<![\p{L}\p{N}])(?:attach(?:ed|ing|ments?)|enclosed|bifog(?:ar|as|ade?|at|ad)|bilag(?:a|an|or|orna|et)|vedhæft(?:er|et|ede|ning|ninger)|vedlagte?|vedlægger)(?![\p{L}\p{N}])/iu;

/** The first word that does; null: none does. */
export const promiseIn = (text: string): string | null => promises.exec(text)?.[0] ?? null;
