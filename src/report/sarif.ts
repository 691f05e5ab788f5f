import type { Artifact, Log, Notification, Run } from 'sarif';
import type { DocumentDiagnostic, ThreatModelDocument } from '../model/document.ts';
import { indexDocument } from './document-index.ts';
import { escapedJson } from './json.ts';
import { rankedPaths, rankedThreats } from './ranking.ts';
import { addressOf, physical, sourceRoot } from './sarif/locations.ts';
import { messageText } from './sarif/message.ts';
import { pathResult, threatResult } from './sarif/results.ts';
import { rulesOf } from './sarif/rules.ts';
import { taxonomiesOf } from './sarif/taxonomies.ts';

/**
 * SARIF 2.1.0, for code-scanning services and editors. Open, unknown and accepted threats and every attack path are
 * results; mitigated threats are none, because nothing asks for action. Fingerprints are the ids of the document, which
 * do not change when lines move.
 */
export function renderSarif(document: ThreatModelDocument): string {
  const log: Log = {
    $schema: 'https://json.schemastore.org/sarif-2.1.0.json',
    version: '2.1.0',
    runs: [runOf(document)],
  };
  return `${escapedJson(log)}\n`;
}

function runOf(document: ThreatModelDocument): Run {
  const index = indexDocument(document);
  const threats = rankedThreats(document.threats).filter(({ status }) => status !== 'mitigated');
  const paths = rankedPaths(document.attackPaths);
  const rules = rulesOf(index, threats);
  const numbers = new Map(rules.map((rule, at) => [rule.id, at]));
  return {
    tool: {
      driver: {
        name: 'bartizan',
        version: document.tool.version,
        ...(/^\d+\.\d+\.\d+/.test(document.tool.version) && { semanticVersion: document.tool.version }),
        rules: [...rules],
        supportedTaxonomies: taxonomiesOf(document.tool, [], []).map(({ name, guid }) => ({
          name,
          ...(guid !== undefined && { guid }),
        })),
        properties: { catalog: document.tool.catalog, asOf: document.asOf },
      },
    },
    columnKind: 'utf16CodeUnits',
    originalUriBaseIds: {
      [sourceRoot]: { description: { text: 'The folder that the paths of the input are relative to.' } },
    },
    artifacts: document.scope.inputs.map(artifact),
    invocations: [
      {
        executionSuccessful: true,
        toolExecutionNotifications: document.coverage.diagnostics.map(notification),
      },
    ],
    taxonomies: [...taxonomiesOf(document.tool, threats, paths)],
    results: [
      ...paths.map((path) => pathResult(path, index, numbers)),
      ...threats.map((threat) => threatResult(threat, index, numbers)),
    ],
  };
}

function artifact({ path, sha256 }: ThreatModelDocument['scope']['inputs'][number]): Artifact {
  return {
    location: { uri: addressOf(path), uriBaseId: sourceRoot },
    hashes: { 'sha-256': sha256 },
    roles: ['analysisTarget'],
  };
}

const notificationLevels = { error: 'error', warning: 'warning', info: 'note' } as const;

function notification({ level, code, message, source }: DocumentDiagnostic): Notification {
  return {
    descriptor: { id: code },
    level: notificationLevels[level],
    message: { text: messageText(message) },
    locations: [{ physicalLocation: physical(source) }],
  };
}
