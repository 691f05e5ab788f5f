/** Threat rules that no foreign system at hand can show, each with the reason. */
export const silentRules: Readonly<Record<string, string>> = {};
