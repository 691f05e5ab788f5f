import { readFileSync } from 'node:fs';
import type { InputFile, InputRoot, LocalRead } from '../../src/define/input.ts';
import { evaluateSource } from '../../src/define/terraform/evaluate-source.ts';
import { readPlan } from '../../src/define/terraform/plan/read-plan.ts';
import { type DeploymentId, id } from '../../src/model/id.ts';
import { createOrigins } from '../../src/model/origin.ts';
import { resourcesPerFile, sourceTexts } from './source-texts.ts';

/** One run: `source FILES` or `plan PATH RESOURCES`; prints its measures as JSON. */
const missing: LocalRead = { kind: 'missing' };
const root: InputRoot = { folders: [], read: () => missing, list: () => [] };
const deployment = id<DeploymentId>('bench');
const [, , what, subject = '', count = ''] = process.argv;
console.log(JSON.stringify(what === 'plan' ? plan(subject, Number(count)) : source(Number(subject))));

function source(files: number) {
  const inputs = Object.entries(sourceTexts(files)).map(
    ([path, text]): InputFile => ({ root, path, file: path, text }),
  );
  const measured = measure(() =>
    evaluateSource(
      {
        deployment,
        folder: '',
        files: inputs,
        variableFiles: [],
        variableValues: new Map(),
        account: ['111122223333'],
        region: ['eu-west-1'],
        partition: ['aws'],
      },
      { origins: createOrigins(), files: { read: () => missing, list: () => [] } },
    ),
  );
  const { instances, diagnostics } = measured.result;
  const managed = instances.filter(({ mode }) => mode === 'managed').length;
  if (managed !== files * resourcesPerFile || diagnostics.length > 0) throw new Error('resources were lost');
  return { size: files, instances: instances.length, ...measured.costs };
}

/** From the file to instances; the memory is that of the whole process. */
function plan(path: string, resources: number) {
  const measured = measure(() => {
    const text = readFileSync(path, 'utf8');
    return { text, ...readPlan({ root, path, file: path, text }, deployment, createOrigins()) };
  });
  const { instances, diagnostics, text } = measured.result;
  if (instances.length !== resources || diagnostics.length > 0) throw new Error('resources were lost');
  return { size: Math.round(text.length / 1e6), instances: instances.length, ...measured.costs };
}

function measure<T>(run: () => T) {
  const before = process.cpuUsage();
  const start = performance.now();
  const result = run();
  const seconds = (performance.now() - start) / 1000;
  const cpu = process.cpuUsage(before).user / 1e6;
  return { result, costs: { seconds, cpu, megabytes: process.resourceUsage().maxRSS / 1024 } };
}
