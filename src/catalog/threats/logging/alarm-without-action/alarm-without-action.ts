import { defineThreat } from '../../../../model/threat.ts';
import { judgeSetting } from '../../../judge-setting.ts';

export default defineThreat({
  title: 'Alarm that tells nobody',
  statement: {
    source: 'attacker',
    prerequisites: 'whose doings raise it',
    action: 'go on, because nobody is told',
    impact: 'attacks and failures that are seen too late',
  },
  stride: ['repudiation'],
  techniques: ['T1562.008'],
  weaknesses: ['CWE-778'],
  controls: ['alarms'],
  likelihood: 1,
  impact: 1,
  howUsed:
    'Alarms turn red on a page that nobody watches at night. The attacker who starts miners or deletes backups has until the next morning.',
  howTested:
    'aws cloudwatch set-alarm-state --state-value ALARM on the alarm must reach a person by mail, pager or ticket within minutes. If nobody was told, the alarm is a picture.',
  falsePositives: 'Alarms that only composite alarms or dashboards read.',
  references: ['https://docs.aws.amazon.com/AmazonCloudWatch/latest/monitoring/AlarmThatSendsEmail.html'],
  find: (element, { system }) =>
    judgeSetting(element, system, {
      setting: 'actsOnAlarm',
      wanted: true,
      bad: 'no action is taken when its state changes',
      good: 'somebody or something is told when its state changes',
      fix: {
        control: 'alarms',
        title: 'Tell somebody',
        property: 'AlarmActions',
        value: 'a topic that people on call follow, with ActionsEnabled',
      },
    }),
});
