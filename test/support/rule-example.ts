/**
 * The files that a rule's example stands for. A line `# account: 111122223333` says which account it is deployed in,
 * which a template cannot: it becomes a declaration beside it.
 */
export function filesOfExample(text: string): Readonly<Record<string, string>> {
  const account = /^# account: (\S+)$/m.exec(text)?.[1];
  if (account === undefined) return { 'example.yaml': text };
  const declared = `deployments:\n  - { name: example, template: example.yaml, account: '${account}' }\n`;
  return { 'example.yaml': text, 'bartizan.yaml': declared };
}
