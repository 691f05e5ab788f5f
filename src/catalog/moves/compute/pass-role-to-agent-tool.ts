import { defineMove } from '../../../model/attack.ts';
import { passRole } from '../pass-role.ts';

export default defineMove(
  passRole({
    thing: 'an AgentCore tool',
    description:
      'The identity makes a code interpreter, browser, runtime or harness of Bedrock AgentCore that runs as a role it may pass, and has it run its code.',
    service: 'bedrock-agentcore.amazonaws.com',
    ways: [
      {
        rights: [
          ['bedrock-agentcore:CreateCodeInterpreter', '*'],
          ['bedrock-agentcore:StartCodeInterpreterSession', 'code-interpreter-custom/'],
          ['bedrock-agentcore:InvokeCodeInterpreter', 'code-interpreter-custom/'],
        ],
      },
      {
        rights: [
          ['bedrock-agentcore:CreateAgentRuntime', '*'],
          ['bedrock-agentcore:InvokeAgentRuntime', 'runtime/'],
        ],
      },
      {
        rights: [
          ['bedrock-agentcore:CreateAgentRuntime', '*'],
          ['bedrock-agentcore:InvokeAgentRuntimeCommand', 'runtime/'],
        ],
      },
      {
        rights: [
          ['bedrock-agentcore:CreateHarness', '*'],
          ['bedrock-agentcore:InvokeHarness', 'harness/'],
        ],
      },
      {
        rights: [
          ['bedrock-agentcore:CreateBrowser', '*'],
          ['bedrock-agentcore:StartBrowserSession', 'browser-custom/'],
          ['bedrock-agentcore:ConnectBrowserAutomationStream', 'browser-custom/'],
        ],
      },
    ],
    technique: 'T1648',
    reference: 'https://docs.aws.amazon.com/bedrock-agentcore/latest/devguide/code-interpreter-tool.html',
  }),
);
