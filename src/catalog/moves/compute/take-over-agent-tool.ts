import { defineMove } from '../../../model/attack.ts';
import { takeOver } from '../take-over.ts';

export default defineMove(
  takeOver({
    title: 'Run code in an AgentCore tool',
    description:
      'The identity may start sessions of an interpreter, browser or runtime and has it run its code, which holds credentials of its role.',
    technique: 'T1651',
    reference: 'https://docs.aws.amazon.com/bedrock-agentcore/latest/devguide/code-interpreter-tool.html',
    cost: 1,
    thing: 'an AgentCore tool',
    types: ['AWS::BedrockAgentCore::CodeInterpreterCustom'],
    kind: 'code-interpreter-custom/',

    service: 'bedrock-agentcore.amazonaws.com',

    ways: [
      { on: ['bedrock-agentcore:StartCodeInterpreterSession', 'bedrock-agentcore:InvokeCodeInterpreter'] },
      {
        on: ['bedrock-agentcore:InvokeAgentRuntimeCommand'],
        types: ['AWS::BedrockAgentCore::Runtime'],
        kind: 'runtime/',
      },
      {
        on: ['bedrock-agentcore:StartBrowserSession'],
        also: [['bedrock-agentcore:ConnectBrowserAutomationStream', '*']],
        types: ['AWS::BedrockAgentCore::BrowserCustom'],
        kind: 'browser-custom/',
      },
    ],
  }),
);
