import { importInputs } from '../../src/define/import.ts';
import type { InputFile, InputRoot, LocalRead } from '../../src/define/input.ts';
import { inputsFromTexts } from '../../src/define/inputs-from-texts.ts';
import { evaluateSource } from '../../src/define/terraform/evaluate-source.ts';
import { loadTerraform } from '../../src/define/terraform/load-terraform.ts';
import { type DeploymentId, id } from '../../src/model/id.ts';
import { createOrigins } from '../../src/model/origin.ts';
import { planText } from './plan-text.ts';
import { resourcesPerFile, sourceTexts } from './source-texts.ts';
import { stateText } from './state-text.ts';

/** One run; prints its measures as JSON. */
const [, , kind, size] = process.argv;
if (kind === 'plan') await measureJson('plan.json', planText(Number(size)));
else if (kind === 'state') await measureJson('terraform.tfstate', stateText(Number(size)));
else measureSource(Number(size));

/** From the text of a plan or state to resources. */
async function measureJson(path: string, { text, resources }: ReturnType<typeof planText>): Promise<void> {
  const read = inputsFromTexts({ [path]: text });
  const terraform = await loadTerraform(read);
  const before = process.cpuUsage();
  const start = performance.now();
  const imported = importInputs(read, terraform);
  const seconds = (performance.now() - start) / 1000;
  const cpu = process.cpuUsage(before).user / 1e6;
  if (imported.resources.length < resources) throw new Error('resources were lost');
  const memory = process.resourceUsage().maxRSS / 1024;
  console.log(JSON.stringify({ megabytes: text.length / 1e6, resources, seconds, cpu, memory }));
}

function measureSource(files: number): void {
  const texts = sourceTexts(files);
  const missing: LocalRead = { kind: 'missing' };
  const root: InputRoot = { folders: [], read: () => missing, list: () => [] };
  const inputs = Object.entries(texts).map(([path, text]): InputFile => ({ root, path, file: path, text }));
  const before = process.cpuUsage();
  const start = performance.now();
  const { instances, diagnostics } = evaluateSource(
    {
      deployment: id<DeploymentId>('bench'),
      folder: '',
      files: inputs,
      variableFiles: [],
      variableValues: new Map(),
      account: ['111122223333'],
      region: ['eu-west-1'],
      partition: ['aws'],
    },
    { origins: createOrigins(), files: { read: () => missing, list: () => [] } },
  );
  const seconds = (performance.now() - start) / 1000;
  const cpu = process.cpuUsage(before).user / 1e6;
  const managed = instances.filter(({ mode }) => mode === 'managed').length;
  if (managed !== files * resourcesPerFile || diagnostics.length > 0) throw new Error('resources were lost');
  console.log(JSON.stringify({ files, instances: instances.length, seconds, cpu }));
}
